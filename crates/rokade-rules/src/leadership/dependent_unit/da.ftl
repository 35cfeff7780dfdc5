title = Enheder, der ikke er uafhængige
message = { $unit } skal være uafhængig af { $above }, men hører under { $above_count ->
    [one] den
   *[other] dem
  }{ $through_count ->
    [0] {""}
   *[other] , gennem { $through }
  }{ $posts ->
    [0] .
    [one] . Enheden har 1 stilling.
   *[other] . Enheden har { $posts } stillinger.
  }
help = Placer enheden under en anden (`parent`), så den ikke ledes af den, den skal være uafhængig af; eller fjern `independent_of`, hvis den ikke længere behøver at være uafhængig.
label = skal være uafhængig af { $above }
label-parent = hører til her

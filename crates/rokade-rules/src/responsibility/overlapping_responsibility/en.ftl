title = Functions with several responsible units
message = { $functions_count ->
    [one] { $functions } has
   *[other] { $functions_count } functions have
  } more than one responsible unit{ scope }: { $units }. Nothing says that they share { $functions_count ->
    [one] it
   *[other] them: { $functions }
  }.{ $staff_count ->
    [0] {""}
   *[other] {" "}Performed by { $staff }.
  }
help = Choose one unit, or divide the function between them by site or target group. If they share it on purpose, write `shared: true` on each; if it is only for a time, allow it with `allow` and `until`.
label = responsible for the same

# A part of the sentence above.
scope = { $sites_are ->
    [all] {" "}at { $sites }
   *[other] {""}
  }{ $groups_are ->
    [all] {" "}for { $groups }
   *[other] {""}
  }{ $sites_are ->
    [some] {" "}(some of it only at { $sites })
   *[other] {""}
  }{ $groups_are ->
    [some] {" "}(some of it only for { $groups })
   *[other] {""}
  }

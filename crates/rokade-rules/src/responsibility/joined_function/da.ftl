title = Opgaver, som flere enheder får ansvaret for
message = { $units } får også ansvaret for { $members ->
    [one] { $functions }{ scope }. { $beside } havde opgaven i forvejen og afgiver ikke noget af den.
   *[other] { $members } opgaver{ scope }: { $functions }. { $beside } havde dem i forvejen og afgiver ikke noget af dem.
  }{ $staff_count ->
    [0] {""}
   *[other] {" "}I dag udføres { $members ->
        [one] den
       *[other] de
      } af { $posts ->
        [one] 1 stilling
       *[other] { $posts } stillinger
      }.
  }
help = Skriv, hvem der gør hvad, hvem der bestemmer, og hvem der udfører opgaven det nye sted. Er det meningen, at den ene enhed skal overtage den fra den anden, så tag den første ud af `responsible`.
label-base = i dag: { $holders }
label-revision = herefter: { $holders }

# En del af sætningen ovenfor.
scope = { $sites_are ->
    [all] {" "}på { $sites }
   *[other] {""}
  }{ $groups_are ->
    [all] {" "}for { $groups }
   *[other] {""}
  }

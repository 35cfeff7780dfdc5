title = Medarbejdere uden plads
message = Der er { $certainty ->
    [possible] måske ingen
   *[certain] ingen
  } plads i forslaget til { $posts ->
    [one] 1 stilling
   *[other] { $posts } stillinger
  }{ $units_count ->
    [0] {""}
   *[other] {" "}fra { $units }{ $cause ->
        [unit-closed] , som nedlægges
        [unit-merged] , som lægges sammen med andre
        [unit-split] , som deles
       *[other] {""}
      }
  }.{ $not_named_count ->
    [0] {""}
   *[other] {" "}Slet ikke nævnt: { $not_named }.
  }{ $undecided_count ->
    [0] {""}
   *[other] {" "}Ikke afgjort, hvor de hører til: { $undecided }.
  }{ $in_closed_unit_count ->
    [0] {""}
   *[other] {" "}Står stadig i en enhed, der nedlægges ({ $closed_units }): { $in_closed_unit }.
  }{ $without_unit_count ->
    [0] {""}
   *[other] {" "}Nævnt uden enhed: { $without_unit }.
  }{ $too_few_count ->
    [0] {""}
   *[other] {" "}Færre end i dag, uden et ord om resten: { $too_few }.
  }
help = Skriv i forslaget, hvilken enhed de hører til (`unit`), hvilken gruppe de bliver en del af (`previously`), eller at stillingerne nedlægges (`ended`, med antal og begrundelse).
label-revision = her uden enhed
label-count = færre end i dag
label-base = i dag i en enhed

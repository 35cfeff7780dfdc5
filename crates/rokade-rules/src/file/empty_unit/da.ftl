title = Tomme enheder
message = { $unit } er tom: Der er ingen enheder under den, ingen medarbejdere i den og ingen opgaver, den har ansvaret for. { $others_holding } af de { $others } andre { $like ->
    [type] af typen { $unit_type }
   *[leaves] enheder uden noget under sig
  } er ikke tomme.
help = Skriv, hvem der er i enheden, eller hvad den har ansvaret for. Er den nedlagt, så skriv den under `ended`.
became-empty = { $unit } bliver tom. I dag har den { $posts_before ->
    [one] 1 stilling
   *[other] { $posts_before } stillinger
  }, { $units_before ->
    [one] 1 enhed
   *[other] { $units_before } enheder
  } under sig og ansvaret for { $functions_before ->
    [one] 1 opgave
   *[other] { $functions_before } opgaver
  }.
help-became-empty = Luk enheden i forslaget, eller skriv, hvad der bliver i den.
head-alone = { $unit } har stadig en leder, { $head }, men ingen at lede. I dag er der { $posts_before ->
    [one] 1 stilling
   *[other] { $posts_before } stillinger
  }.
help-head-alone = Afgør, hvad der skal ske med lederen og enheden, eller skriv, hvem der bliver i den.
label = her er intet og ingen
label-head = her er kun lederen tilbage
label-base = sådan er den i dag

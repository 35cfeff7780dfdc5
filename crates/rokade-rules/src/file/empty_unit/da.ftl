title = Tomme enheder
message = { $unit } er tom: Der er ingen enheder under den, ingen medarbejdere i den og ingen opgaver, den har ansvaret for. { $holding ->
    [some] { $others_holding } af de { $others } andre
   *[all] { $others ->
        [one] Den anden
       *[other] De { $others } andre
      }
  } { $like ->
    [type] af typen { $unit_type }
   *[leaves] uden enheder under sig
  } er ikke { $others ->
    [one] tom
   *[other] tomme
  }.
help = Skriv, hvem der er i enheden, eller hvad den har ansvaret for. Er den nedlagt, så skriv den under `ended`.
became-empty = { $unit } bliver tom.{ $had_posts ->
    [yes] {" "}I dag er der { $posts_before ->
        [one] 1 stilling
       *[other] { $posts_before } stillinger
      } i den.
   *[no] {""}
  }{ $units_before ->
    [0] {""}
    [one] {" "}I dag er der 1 enhed under den.
   *[other] {" "}I dag er der { $units_before } enheder under den.
  }{ $functions_before ->
    [0] {""}
    [one] {" "}I dag har den ansvaret for 1 opgave.
   *[other] {" "}I dag har den ansvaret for { $functions_before } opgaver.
  }
help-became-empty = Luk enheden i forslaget, eller skriv, hvad der bliver i den.
head-alone = { $unit } har stadig en leder ({ $head }), men ingen at lede. I dag er der { $posts_before ->
    [one] 1 stilling
   *[other] { $posts_before } stillinger
  } at lede.
help-head-alone = Afgør, hvad der skal ske med lederen og enheden, eller skriv, hvem der bliver i den.
label = her er hverken medarbejdere eller opgaver
label-head = her er kun lederen tilbage
label-base = sådan er den i dag

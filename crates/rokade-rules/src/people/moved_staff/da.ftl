title = Medarbejdere, der flytter
message = { $posts ->
    [one] 1 stilling
   *[other] { $posts } stillinger
  }{ $from_units_count ->
    [0] , der hidtil har været uden enhed,
   *[other] {" "}fra { $from_units }
  } flytter{ $unit ->
    [some] , { $unit_posts } af dem
   *[all] {""}
  } til { $to_units_count ->
    [one] { $to_units }
   *[other] { $posts_by_unit }
  }: { $staff }.{ $head ->
    [none] {""}
    [some] {" "}{ $head_posts } af dem får en anden leder.
   *[all] {" "}De får en anden leder.
  }{ $site ->
    [none] {""}
    [some] {" "}{ $site_posts } af dem skifter adresse til { $to_sites_count ->
        [one] { $to_sites }
       *[other] { $posts_by_site }
      }.
   *[all] {" "}De skifter adresse fra { $from_sites } til { $to_sites_count ->
        [one] { $to_sites }
       *[other] { $posts_by_site }
      }.
  }
message-site = { $posts ->
    [one] 1 stilling
   *[other] { $posts } stillinger
  } i { $from_units } bliver i enheden, men { $site ->
    [some] { $site_posts } af dem skifter
   *[all] skifter
  } adresse fra { $from_sites } til { $to_sites_count ->
    [one] { $to_sites }
   *[other] { $posts_by_site }
  }: { $staff }.{ $head ->
    [none] {""}
    [some] {" "}{ $head_posts } af dem får en anden leder.
   *[all] {" "}De får også en anden leder.
  }
message-head = { $posts ->
    [one] 1 stilling
   *[other] { $posts } stillinger
  } i { $from_units } får en anden leder, men bliver i enheden og på adressen: { $staff }.
help = Skriv i høringsmaterialet, hvad medarbejderne får at vide og hvornår, og hvem der skal lede og oplære dem det nye sted.
help-head = Skriv i høringsmaterialet, hvem der leder medarbejderne fremover, og fra hvornår.
label-unit = hertil
label-site = hertil
label-head = refererer nu til en anden
label-before = i dag

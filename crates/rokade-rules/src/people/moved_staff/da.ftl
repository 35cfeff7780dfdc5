title = Medarbejdere, der flytter
message = Fra { $from_units } flytter { $posts ->
    [one] 1 stilling
   *[other] { $posts } stillinger
  }{ $unit ->
    [some] , { $unit_posts } af dem
   *[all] {""}
  } til { $to_units_count ->
    [one] { $to_units }
   *[other] { $posts_by_unit }
  }: { $staff }.{ $head ->
    [none] {""}
    [some] {" "}Heraf får { $head_posts } en anden leder.
   *[all] {" "}De får en anden leder.
  }{ $site ->
    [none] {""}
    [some] {" "}Heraf skifter { $site_posts } adresse til { $to_sites_count ->
        [one] { $to_sites }
       *[other] { $posts_by_site }
      }.
   *[all] {" "}De skifter adresse fra { $from_sites } til { $to_sites_count ->
        [one] { $to_sites }
       *[other] { $posts_by_site }
      }.
  }
message-placed = Til { $to_units } kommer { $posts ->
    [one] 1 stilling
   *[other] { $posts } stillinger
  }, der ikke hørte til nogen enhed: { $staff }.
message-site = { $cause ->
    [unit-split] Når { $from_units } deles, skifter { $site_posts ->
        [one] 1 stilling
       *[other] { $site_posts } stillinger
      } adresse
    [unit-merged] Når { $from_units } lægges sammen med andre, skifter { $site_posts ->
        [one] 1 stilling
       *[other] { $site_posts } stillinger
      } adresse
    [unit-relocated] Når { $from_units } flytter, kommer { $site_posts ->
        [one] 1 stilling
       *[other] { $site_posts } stillinger
      } et andet sted hen end enheden,
   *[other] I { $from_units } bliver { $posts ->
        [one] 1 stilling
       *[other] { $posts } stillinger
      } i enheden, men { $site ->
        [some] { $site_posts } af dem skifter
       *[all] skifter
      } adresse
  } fra { $from_sites } til { $to_sites_count ->
    [one] { $to_sites }
   *[other] { $posts_by_site }
  }: { $staff }.{ $head ->
    [none] {""}
    [some] {" "}Heraf får { $head_posts } en anden leder.
   *[all] {" "}De får også en anden leder.
  }
message-head = I { $from_units } får { $posts ->
    [one] 1 stilling
   *[other] { $posts } stillinger
  } en anden leder, men bliver i enheden og på adressen: { $staff }.
help = Skriv i høringsmaterialet, hvor og hvornår medarbejderne flytter, og hvem der skal lede og oplære dem dér.
help-head = Skriv i høringsmaterialet, hvem der leder medarbejderne fremover, og fra hvornår.
label-unit = hertil
label-site = hertil
label-head = refererer fremover til en anden
label-before = i dag

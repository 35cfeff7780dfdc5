title = Kompetencer, der spredes
message = { $certainty ->
    [possible] Måske har ingen enhed på én adresse
   *[certain] Ingen enhed har på én adresse
  } { $critical_mass ->
    [one] den stilling
   *[other] de { $critical_mass } stillinger
  }, der skal til for at holde liv i { $competence }; flest på ét sted er { $most_in_one_place }{ where }. I alt: { $holders }.
message-nobody = Ingen har { $competence }, og der skal { mass } på ét sted til for at holde liv i den.
message-share = { share } Det gælder { $staff }.{ also }
message-both = { share } Flest på ét sted med { $competence } er { $most_in_one_place }, og der skal { mass } til for at holde liv i den.
mass = { $critical_mass ->
    [one] 1 stilling
   *[other] { $critical_mass } stillinger
  }
share = { $unit_count ->
    [0] Dér, hvor de kommer hen{ $site_count ->
        [0] {""}
       *[other] {" "}på { $site }
      },
   *[other] I { $unit }{ $site_count ->
        [0] {""}
       *[other] {" "}på { $site }
      }
  } kommer de, der har { $competence }, { $share_is ->
    [possible] måske{" "}
   *[certain] {""}
  }til at udgøre en mindre del af dem, der løser { $function }: { $holders_now } af { $all_now } mod { $holders_before } af { $all_before } i deres enhed og på deres adresse i dag.
also = { $also_in_count ->
    [0] {""}
   *[other] {" "}Det samme sker i { $also_in }.
  }
where = { $unit_count ->
    [0] {""}
   *[other] , i { $unit }
  }{ $site_count ->
    [0] {""}
   *[other] {" "}på { $site }
  }
help = Hold dem, der har kompetencen, samlet, giv dem tid til de sager, der kræver den, eller oplær flere, og skriv, hvem der har ansvaret for den.
label-mass = { mass } holder liv i den
label = har den
label-group = blandt flere uden kompetencen
label-base = blandt færre uden den i dag

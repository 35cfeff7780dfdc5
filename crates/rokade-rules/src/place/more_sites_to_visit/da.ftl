title = Borgere, der skal til flere adresser
message = { $groups_uncounted_count ->
    [0] { $groups }
   *[other] { $groups_count ->
        [0] { $groups_uncounted }
       *[other] { $groups } og { $groups_uncounted }
      }
  } { $certainty ->
    [certain] skal til mindst { $sites_to_visit ->
        [one] 1 adresse
       *[other] { $sites_to_visit } adresser
      }
   *[possible] skal måske til { $sites_to_visit_most ->
        [one] 1 adresse
       *[other] { $sites_to_visit_most } adresser
      }
  } mod { $sites_to_visit_before } i dag for at komme gennem hele forløbet. I dag: { $sites_before }. Herefter: { $sites }.{ $new_places_count ->
    [0] {""}
    [one] {" "}Ny adresse: { $new_places }.
   *[other] {" "}Nye adresser: { $new_places }.
  }
help = { $counted ->
    [all] Skriv, på hvilken adresse borgerne møder hver opgave, så én er nok; eller fortæl dem det, før de kommer.
   *[fewest] Lad opgaven også blive udført på den gamle adresse, om nødvendigt på faste dage, eller lad én rådgiver samle trådene, så borgeren kun skal til én adresse.
  }
label-now = forløbet fører herefter til { $sites_to_visit ->
    [one] 1 adresse
   *[other] { $sites_to_visit } adresser
  }
label-before = forløbet fører i dag til { $sites_to_visit_before ->
    [one] 1 adresse
   *[other] { $sites_to_visit_before } adresser
  }
label-staff = møder borgerne her: { $site }
not-judged = Om { $groups } skal til flere adresser, kan ikke afgøres: Skriv i begge diagrammer målgruppens forløb (`pathway`), hvem der udfører hver opgave i det (`performs`), og hvor de sidder (`site`).

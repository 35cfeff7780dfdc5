title = Borgere, der skal gennem flere rådgivere
message = { $groups_uncounted_count ->
    [0] { $groups }
   *[other] { $groups_count ->
        [0] { $groups_uncounted }
       *[other] { $groups } og { $groups_uncounted }
      }
  } { $certainty ->
    [certain] skal møde mindst { $advisers } forskellige rådgivere
   *[possible] kan komme til at møde { $advisers } forskellige rådgivere
  } mod { $advisers_before } i dag for at komme gennem hele forløbet. I dag: { $staff_before }. Herefter: { $staff }.{ $new_steps_count ->
    [0] {""}
   *[other] {" "}Nyt i forløbet: { $new_steps }.
  }
help = Lad de samme medarbejdere udføre flere af opgaverne for borgerne, eller giv hver borger én fast rådgiver, der samler trådene.
label-now = hele forløbet kræver herefter { $advisers } forskellige rådgivere
label-before = hele forløbet kræver i dag { $advisers_before ->
    [one] 1 rådgiver
   *[other] { $advisers_before } forskellige rådgivere
  }
label-staff = møder borgerne herefter
label-staff-before = møder borgerne i dag
not-judged = Om { $groups } skal gennem flere rådgivere, kan ikke afgøres: Skriv i begge diagrammer målgruppens forløb (`pathway`), og hvem der udfører hver opgave i det (`performs`).

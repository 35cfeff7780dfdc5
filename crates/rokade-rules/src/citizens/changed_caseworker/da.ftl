title = Sager med en anden enhed eller sagsbehandler
message = { $certainty ->
    [certain] { $cases ->
        [one] 1 sag får
       *[other] { $cases_start } sager får
      } { what }
   *[possible] { $cases_start } sager kan få { what }
  }: { $functions_count ->
    [one] { $of }
   *[other] { $functions }
  }.{ $to_count ->
    [0] {""}
   *[other] {" "}Fra { $from } til { $to }.
  }{ $staff_are ->
    [along] {" "}Medarbejderne følger med sagerne.
    [some] {" "}Kun nogle af medarbejderne følger med sagerne.
   *[other] {""}
  }{ $staff_count ->
    [0] {""}
   *[other] {" "}Har dem ikke længere: { $staff }.
  }
help = { $help_is ->
    [along] Fortæl borgerne, at enheden er en anden og sagsbehandleren den samme.
   *[others] Lad medarbejderne følge med deres sager, eller planlæg overgangen: hvem der får hver sag, og hvornår borgeren får det at vide.
  }
label-now = har sagerne herefter
label-before = har sagerne i dag
label-staff = har sagerne i dag

# En del af sætningen ovenfor.
what = { $gets ->
    [either] en anden enhed eller en anden sagsbehandler
   *[same] { $to_count ->
        [0] en anden sagsbehandler
       *[other] { $staff_are ->
            [others] en anden enhed og en anden sagsbehandler
           *[other] en anden enhed
          }
      }
  }

title = Diagrammer, der ikke passer sammen
message = De to diagrammer passer ikke sammen: { $followed ->
    [0] Ingen
    [one] Kun 1
   *[other] Kun { $followed }
  } af { $smaller } { $kind ->
    [unit] enheder
    [staff] stillinger
    [function] opgaver
    [site] adresser
    [target_group] målgrupper
   *[other] ting
  } i det mindste af dem kan findes i det andet. De regler, der bygger på dem, siger intet.
help = Se efter, om det er de rigtige to filer. Har alt fået nye id'er, så skriv det gamle id under `previously`.
label = kan ikke følges fra det ene diagram til det andet

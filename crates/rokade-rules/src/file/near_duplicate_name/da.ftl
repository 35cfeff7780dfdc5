title = Navne, der næsten er ens
message = { $difference ->
    [none] "{ $name }" er navnet på { $things_count } { $kind ->
        [unit] enheder
        [function] opgaver
        [site] adresser
       *[target_group] målgrupper
      }, som kan være den samme: { $things }.
   *[other] "{ $name }" og "{ $other_name }"{ $more_names ->
        [0] {""}
        [one] {" "}og 1 navn mere
       *[other] {" "}og { $more_names } navne mere
      } kan være { $kind ->
        [unit] den samme enhed
        [function] den samme opgave
        [site] den samme adresse
       *[target_group] den samme målgruppe
      }: Navnene er ens bortset fra { $difference ->
        [setting] store bogstaver, tegn, mellemrum eller ordenes rækkefølge
        [letter] et enkelt bogstav
       *[both] et enkelt bogstav og store bogstaver, tegn, mellemrum eller ordenes rækkefølge
      }.
  }
help = Er det den samme, så behold den ene, og skriv det andet navn under `also`. Er det to, så giv dem navne, der er til at skelne, eller undtag dem med `allow`.
label = ligner et andet navn

title = Navne, der næsten er ens
message = { $difference ->
    [none] { $names } er navnet på { $things_count } { $kind ->
        [unit] enheder
        [function] opgaver
        [site] steder
       *[target_group] målgrupper
      }, som kan være den samme: { $things }.
   *[other] { $names } kan være { $kind ->
        [unit] den samme enhed
        [function] den samme opgave
        [site] det samme sted
       *[target_group] den samme målgruppe
      }: Navnene er ens bortset fra { $difference ->
        [setting] store bogstaver, tegn, mellemrum eller ordenes rækkefølge
        [letter] et enkelt bogstav
       *[both] et enkelt bogstav og måden, de er skrevet på
      }.
  }
help = Er det den samme, så behold den ene, og skriv det andet navn under `also`. Er det to, så giv dem navne, der er til at skelne, eller undtag dem med `allow`.
label = ligner et andet navn

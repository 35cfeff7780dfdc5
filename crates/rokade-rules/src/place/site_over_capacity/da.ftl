title = Adresser med for få arbejdspladser
message = { $site } har { $certainty ->
    [possible] muligvis for få arbejdspladser: { $capacity } til { $posts } stillinger
   *[certain] for få arbejdspladser: { $capacity } til { $posts } stillinger, altså { $over } for få
  }. Dér sidder: { $staff }.
help = Placer nogle af stillingerne et andet sted, eller skaf plads til dem. Deles arbejdspladser, så skriv i `capacity`, hvor mange stillinger der er plads til.
label = plads til { $capacity }
label-staff = { $count ->
    [one] 1 stilling
   *[other] { $count_start } stillinger
  } sidder her
not-judged = Det kunne ikke vurderes, om der er plads til alle på { $sites }: Antallet af stillinger er ukendt. Skriv antallet (`count`) for hver gruppe.

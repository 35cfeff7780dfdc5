title = Ønsker, der ikke bliver opfyldt
message = { $wished ->
    [one] 1 stilling
   *[other] { $wished_start } stillinger
  } har ønsket en enhed, og { $certainty ->
    [possible] måske{" "}
   *[certain] {""}
  }{ $posts } får ikke ønsket opfyldt. Ikke opfyldt: { $units }. Har ønsket: { $staff }.
help = Skriv, hvordan pladserne fordeles, når flere ønsker dem, end der er plads til, og tal med dem, der ikke får deres ønske opfyldt, før de andre får besked.
label = har ønsket andre enheder

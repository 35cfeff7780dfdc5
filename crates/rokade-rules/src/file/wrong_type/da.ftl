title = Værdier, der ikke passer til deres nøgle
message = { $where ->
    [entity] { $entity }: Ved
   *[file] Ved
  } `{ $key }` står { $found ->
    [text] `{ $text }`
    [untold] en tekst
    [map] nøgler med værdier
    [list] en liste
   *[nothing] ingenting
  }, men der skal stå { $expected ->
    [text] en tekst
    [yes-no] `true` (ja) eller `false` (nej)
    [map] nøgler med værdier, fx `{"{"} name: Jobcenter {"}"}`
    [list] en liste, fx `[kantine, pedel]`
    [id] et id: ord med små bogstaver og tal og bindestreg imellem, fx `jobcenter-nord`
    [quantity] et tal: `6`, `30-35`, `ca. 30-35` eller `unknown` (ukendt)
    [amount] et tal eller en andel: `6`, `10-12`, `50%` eller `unknown` (ukendt)
    [date] en dato: `2017-06-20`, eller grovere `2017-W25`, `2017-06`, `2017-H1` eller `2017`, eller `unknown` (ukendt)
    [version] formatets version, som er `1`
    [head] id'et på en stilling, `vacant` (ubesat) eller `none` (uden leder)
    [unit-or-undecided] id'et på en enhed eller `undecided` (ikke afgjort)
    [site-or-undecided] id'et på en adresse eller `undecided` (ikke afgjort)
    [responsible] id'et på en enhed, `undecided` (ikke afgjort) eller fx `{"{"} unit: jobcenter, for: [unge] {"}"}`
    [decided-by] `performers` (dem, der udfører opgaven), `head` (lederen), id'et på en enhed eller `{"{"} staff: leder {"}"}`
    [language] `da` (dansk) eller `en` (engelsk)
    [rule-name] navnet på en regel, fx `several-roots`
    [one-of] et af disse ord: { $one_of }
   *[other] noget andet
  }.
message-key = { $where ->
    [entity] { $entity }: Her
   *[file] Her
  } står { $found ->
    [map] nøgler med værdier
    [list] en liste
   *[nothing] ingenting
  }, hvor der skal stå navnet på en nøgle.
missing = { $where ->
    [entity] { $entity }: Nøglen `{ $key }` mangler.
   *[file] Nøglen `{ $key }` mangler.
  }
too-few-members = { $where ->
    [entity] { $entity } nævner færre end to, der skal { $of ->
        [interface] arbejde sammen
        [event] lægges sammen
       *[co-location] sidde sammen
      }.
   *[file] Her nævnes færre end to, der skal { $of ->
        [interface] arbejde sammen
        [event] lægges sammen
       *[co-location] sidde sammen
      }.
  }
help = { $expected ->
    [text] Sæt teksten i anførselstegn, hvis den indeholder `:`, `,`, `#`, `[` eller `{"{"}`.
    [quantity] Skriv tallet alene, eller `unknown`, hvis det ikke kendes.
    [amount] Skriv tallet alene, eller `unknown`, hvis det ikke kendes.
    [date] Skriv året først, eller `unknown`, hvis datoen ikke kendes.
    [version] Skriv `rokade: 1`.
   *[other] Ret værdien, eller slet nøglen.
  }
help-nearest = Mente du `{ $nearest }`?
help-missing = { $key ->
    [rokade] Skriv `rokade: 1` som filens første linje; det er den version af formatet, filen er skrevet i.
    [id] Giv det et id, som ikke bruges til andet af samme slags, fx `id: ydelse-og-job`.
    [rule] Skriv, hvilken regel der undtages fra, fx `rule: several-roots`.
    [unit] Skriv, hvilken enhed det er, fx `unit: jobcenter`.
    [staff] Skriv, hvilken stilling det er, fx `staff: leder`.
    [kind] Skriv, hvilken slags trin det er, fx `kind: hearing` (høring).
    [text] Skriv det i ord, fx `text: "…"`.
    [to] Skriv, hvorhen, fx `to: jobcenter`, eller `to: undecided`, hvis det ikke er besluttet.
    [into] Skriv under `into`, hvad der kommer ud af det.
    [head] Skriv, hvem der er leder: id'et på en stilling, `vacant` (ubesat) eller `none` (uden leder).
    [by] Skriv, hvor mange der nedlægges, fx `by: 3-4`.
   *[other] Tilføj nøglen.
  }
help-missing-kind-of-point = Skriv, hvad slags punkt det er, fx `kind: question` (spørgsmål) eller `kind: objection` (indvending).
help-missing-sender = Skriv, hvilket udvalg der har svaret, fx `from: lmu-jobcenter`.
help-too-few-members = { $of ->
    [interface] Nævn mindst to enheder eller stillinger under `units` og `staff` tilsammen.
    [event] Nævn én mere. Det, der står under `into`, tæller med, hvis det er en anden.
   *[co-location] Nævn mindst to opgaver, enheder eller stillinger under `functions`, `units` og `staff` tilsammen.
  }
label = { $problem ->
    [missing] `{ $key }` mangler
    [too-few-members] færre end to
   *[wrong-type] passer ikke her
  }

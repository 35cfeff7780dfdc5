### Det, værktøjet selv siger.

skipped-hearing = Sprunget over: { $file } er en høring og ikke en del af et diagram.
skipped-proposal = Sprunget over: { $file } er et forslag skrevet som ændringer og ikke en del af et diagram.
no-such-file = Der findes ingen fil eller mappe { $path }.
cannot-read = { $path } kan ikke læses: { $reason }.
not-a-file = { $path } er hverken en fil eller en mappe.
no-chart = Mappen { $path } rummer intet diagram: ingen *.yaml, *.yml, *.json eller staff.csv, der er et.
several-charts = Mappen { $path } rummer flere diagrammer, og der skal bruges ét: { $names }. Angiv filen.
no-proposal = { $path } er et helt diagram, og her skal bruges et forslag skrevet som ændringer (`base:` og `events:`). To diagrammer sammenlignes med `rokade diff BASE REVISION`.
hearing = { $path } er en høring (`hearing:`), og her skal bruges et diagram eller et forslag. `rokade check` kontrollerer en høring, og `rokade diff … --hearing { $path }` tager den med.
no-hearing = { $path } er ikke en høring: Der står ikke `hearing:` i den.
no-such-rule = Der er ingen regel `{ $rule }`. `rokade rules` viser dem alle.
no-such-rule-nearest = Der er ingen regel `{ $rule }`. Mente du `{ $nearest }`?
skipped-name = Sprunget over: { $file }. En del af et diagram hedder *.yaml, *.yml, *.json eller staff.csv.
cannot-write = Resultatet kunne ikke skrives: { $reason }.
settings-syntax = { $place }: Filen er ikke gyldig TOML (læseren siger: { $reason }).
settings-not-utf-8 = { $place }: Filen er ikke tekst i UTF-8. Gem den som UTF-8.
settings-too-large = { $place }: Filen er større, end indstillinger kan være.
settings-unknown-key = { $place }: Der er ingen indstilling, der hedder `{ $key }`. Disse findes: { $known }.
settings-unknown-key-nearest = { $place }: Der er ingen indstilling, der hedder `{ $key }`. Mente du `{ $nearest }`?
settings-unknown-rule = { $place }: Der er ingen regel `{ $rule }`. `rokade rules` viser dem alle.
settings-unknown-rule-nearest = { $place }: Der er ingen regel `{ $rule }`. Mente du `{ $nearest }`?
settings-not-one-of = { $place }: Ved `{ $key }` står { $found }, men der skal stå et af ordene { $known }.
settings-not-one-of-nearest = { $place }: Ved `{ $key }` står { $found }, men der skal stå et af ordene { $known }. Mente du "{ $nearest }"?
settings-wrong-type = { $place }: Ved `{ $key }` står { $found }, men der skal stå { $expected ->
    [bool] true eller false
    [number] et helt tal uden anførselstegn
   *[table] et afsnit: [{ $key }] med en indstilling på hver linje nedenunder
  }.
settings-out-of-range = { $place }: Ved `{ $key }` står { $found }, men der skal stå et helt tal fra { $least } til { $most }.
settings-twice = { $place }: `{ $key }` er angivet to gange.

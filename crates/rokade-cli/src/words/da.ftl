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
cannot-save = { $path } kunne ikke skrives: { $reason }.
no-format = Der er ikke noget format til filer, der ender på .{ $extension }. Vælg et med --format.
no-terminal = Formatet { $format } kan ikke vises i en terminal. Angiv en fil med -o.
nothing-to-compare = { $path } er et helt diagram, og der er ikke andet at sammenligne det med. Angiv også et forslag.
no-base-chart = { $path } er et helt diagram, og det fremgår ikke, hvad det skal sammenlignes med. Angiv det med --base, eller angiv diagrammet for i dag først.
no-base-different = { $one } og { $other } bygger på hver sit diagram. Angiv med --base, hvad begge skal sammenlignes med.
weight-shape = { $text } er ikke en vægt. En vægt skrives som `cost_a_year=2`.
weight-unknown = Der er ikke noget mål, der hedder `{ $name }`. De står i docs/measures.md.
weight-unknown-nearest = Der er ikke noget mål, der hedder `{ $name }`. Mente du `{ $nearest }`?
weight-no-direction = `{ $name }` kan ikke vægtes: Hverken mere eller mindre af det er bedre.
weight-negative = { $text } er en vægt under nul. Hvilken vej der er bedst, ligger fast i forvejen.
weight-twice = `{ $name }` har fået to vægte.
response-too-large = { $path } er større, end et høringssvar kan være.
response-not-utf-8 = { $path } er ikke tekst i UTF-8. Gem høringssvaret som .docx eller som almindelig tekst med kodningen Unicode (UTF-8).
response-other-kind = { $path } er hverken almindelig tekst eller et .docx-dokument. Gem høringssvaret som .docx eller som almindelig tekst i UTF-8.
response-damaged = { $path } er et .docx-dokument, der ikke kan læses. Åbn det i et tekstbehandlingsprogram, og gem det igen.
taken = { $path } findes i forvejen, og nogen kan have rettet i den. Angiv en anden fil.
extracted =
    Lavet af høringssvaret { $response } og diagrammet { $chart }. Læs filen, og ret den, før du bruger den.
    Teksten i hvert punkt er høringssvarets egen. Hvad slags punkt det er (kind), hvad det handler om (about),
    og hvilke regler det peger på (raises), er et gæt ud fra ordene. De fleste spørgsmål bliver fundet, men mange
    indvendinger bliver overset, især når de er sagt i hverdagssprog: Læs også selve høringssvaret.
extracted-proposal = Skriv stien til det forslag, svaret gælder:
extracted-from = Afsenderen er ikke fundet. Skriv id'et på det udvalg, der svarer; det skal stå under `bodies` i diagrammet:
extracted-line = linje { $line }
no-points = Der er ikke fundet spørgsmål eller indvendinger i { $path }.
settings-syntax = Filen er ikke gyldig TOML (læseren siger: { $reason }).
settings-not-utf-8 = Filen er ikke tekst i UTF-8. Gem den som UTF-8.
settings-too-large = Filen er større, end indstillinger kan være.
settings-unknown-key = Der er ingen indstilling, der hedder `{ $key }`. Disse findes: { $known }.
settings-unknown-key-nearest = Der er ingen indstilling, der hedder `{ $key }`. Mente du `{ $nearest }`?
settings-unknown-rule = Der er ingen regel `{ $rule }`. `rokade rules` viser dem alle.
settings-unknown-rule-nearest = Der er ingen regel `{ $rule }`. Mente du `{ $nearest }`?
settings-not-one-of = Ved `{ $key }` står { $found }, men der skal stå et af ordene { $known }.
settings-not-one-of-nearest = Ved `{ $key }` står { $found }, men der skal stå et af ordene { $known }. Mente du "{ $nearest }"?
settings-wrong-type = Ved `{ $key }` står { $found }, men der skal stå { $expected ->
    [bool] true eller false
    [number] et helt tal uden anførselstegn
   *[table] et afsnit: [{ $key }] med en indstilling på hver linje nedenunder
  }.
settings-out-of-range = Ved `{ $key }` står { $found }, men der skal stå et helt tal fra { $least } til { $most }.
settings-twice = `{ $key }` er angivet to gange.
git-missing = git kan ikke køres: { $reason }. --against læser en tidligere udgave med git.
git-no-repository = { $path } ligger ikke i et git-arkiv, der kan læses ({ $reason }).
git-no-commit = Git kender ingen udgave, der hedder { $name }. I en automatisk kørsel kan det være nødvendigt at hente hele historikken.
git-outside = { $path } ligger uden for git-arkivet { $top }.
baseline-too-large = Filen er større, end en liste over kendte fund kan være.
baseline-version = Listen over kendte fund er skrevet i version { $reason }, som denne udgave ikke kender.
baseline-unknown-key = Der er ingen nøgle, der hedder `{ $key }`, i en liste over kendte fund.
baseline-key = `{ $key }` mangler eller er skrevet forkert. Skriv listen forfra med --write-baseline.
baseline-written = { $findings ->
    [one] { $path }: 1 kendt fund er skrevet. Skriv hvorfor ved `because`.
   *[other] { $path }: { $findings } kendte fund er skrevet. Skriv hvorfor ved `because`.
  }
gone = Listen over kendte fund nævner `{ $rule }` i { $file }, men det findes ikke længere.
gone-what = Listen over kendte fund nævner `{ $rule }` for { $what } i { $file }, men det findes ikke længere.
gone-help = Fjern det fra listen, eller skriv den igen med --write-baseline.
gone-label = findes ikke længere
settings-label = her
cannot-watch = Filerne kan ikke overvåges: { $reason }.
unread-for-now = Kan ikke læses lige nu: { $reason } Det seneste resultat står stadig ovenfor.
config-file = Indstillinger fra { $path } og andre steder. Hver linje siger, hvor værdien kommer fra.
config-no-file = Der er ingen rokade.toml herfra og opefter. Hver linje siger, hvor værdien kommer fra.
origin-flag = kommandolinjen
origin-environment = miljøvariablen ROKADE_LANG
origin-file = rokade.toml
origin-chart = diagrammet
origin-locale = systemets sprog
origin-default = standard
step-read = Læser { $file }
step-judge = Finder konsekvenserne

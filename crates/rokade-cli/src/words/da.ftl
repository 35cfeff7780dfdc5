### Det, værktøjet selv siger.

skipped-hearing = Sprunget over: { $file } er en høring og ikke en del af et diagram.
skipped-proposal = Sprunget over: { $file } er et forslag skrevet som ændringer og ikke en del af et diagram.
no-such-file = Der findes ingen fil eller mappe { $path }.
cannot-read = { $path } kan ikke læses: { $reason }.
not-a-file = { $path } er hverken en fil eller en mappe.
no-chart = Mappen { $path } rummer intet diagram: ingen *.yaml, *.yml, *.json eller staff.csv, der er et.
several-charts = Mappen { $path } rummer flere diagrammer, og der skal bruges ét: { $names }. Angiv filen.
no-proposal = { $path } er et helt diagram, og her skal bruges et forslag skrevet som ændringer (`base:` og `events:`). To diagrammer sammenlignes med `rokade diff BASE REVISION`.
hearing = { $path } er en høring (`hearing:`). Den slags filer kan endnu ikke læses.
no-such-rule = Der er ingen regel `{ $rule }`. `rokade rules` viser dem alle.
no-such-rule-nearest = Der er ingen regel `{ $rule }`. Mente du `{ $nearest }`?
skipped-name = Sprunget over: { $file }. En del af et diagram hedder *.yaml, *.yml, *.json eller staff.csv.
cannot-write = Resultatet kunne ikke skrives: { $reason }.

### Regelsamlingen: det, der vides om regler og mål.

family = { $family ->
    [responsibility] Ansvar
    [place] Adresser
    [people] Medarbejdere
    [leadership] Ledelse
    [citizens] Borgere
    [process] Proces
    [money] Økonomi og tilsagn
   *[file] Selve filen
  }
severity = { $severity ->
    [error] fejl
    [warning] advarsel
   *[note] bemærkning
  }
scope = { $scope ->
    [chart] ét diagram
    [pair] to diagrammer
   *[both] ét diagram og to
  }
certainty = { $certainty ->
    [certain] sikre
    [possible] mulige
   *[either] sikre eller mulige
  }

page-family = Emne
page-severity = Alvor
page-scope = Ser på
page-certainty = Fund
page-fails = Giver fund
page-mark = Fundene er ved de linjer, der er mærket `# finding`.
rules-more = `rokade explain REGEL` fortæller, hvad en regel spørger om, hvorfor, og hvordan det rettes.

index-title = Regler
index-intro =
    Hver regel er ét spørgsmål til en organisation, eller til en organisation og det, den skal blive til. En regel, der
    ser på ét diagram, stilles af `rokade check`, og også af `rokade diff`, som så kun siger det, der er nyt eller er blevet værre. En
    regel, der ser på to, stilles af `rokade diff`. Et fund er *sikkert*, når det gælder for alle de tal, diagrammerne giver
    mulighed for, og *muligt*, når det gælder for nogle af dem. Et fund, der er taget stilling til, undtages med reglens navn:
    `allow: [{"{"} rule: moved-function, because: Aftalt i HMU {"}"}]`.
index-other = In English
index-measures = Hvad et forslag løber op i, i tal: [mål](../../measures.md#mål).
index-rule = Regel
index-asks = Finder
index-severity = Alvor
index-scope = Ser på
index-certainty = Fund

better = { $better ->
    [lower] lavt
    [higher] højt
   *[neither] ingen af delene
  }
counts = { $counts ->
    [posts] stillinger
    [citizens] borgere
    [money] beløb om året
   *[things] antal
  }
measured = { $measured ->
    [chart] et diagram
   *[pair] en ændring
  }

measures-title = Mål
measures-intro =
    Hvad en organisation, eller en ændring af den, løber op i, i tal. Et tilsagn kan love noget om dem alle, undtagen
    `commitments_broken`, ved navn: `at_most: {"{"} citizens_with_more_advisers: 10% {"}"}`, `at_least: {"{"} co_locations_made: 1 {"}"}`.
    En procent er af alt det, der er i udgangspunktet.
measures-measure = Mål
measures-name = Navn
measures-counts = Tæller
measures-of = Af
measures-better = Bedst

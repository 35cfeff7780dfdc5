### De spørgsmål, et MED-udvalg drøfter. Tal kan være intervaller som tekst; `names` er navne.

question-what = Hvad ændres?
question-consequences = Hvilke konsekvenser har det?
question-whom = For hvem?
question-announced = Hvordan og af hvem bliver det meldt ud?
question-followed-up = Hvordan følges der op på processen?
question-environment = Hvad skal med i vurderingen af arbejdsmiljøet?
question-horizon = Hvad er tidshorisonten?

## Hvad ændres

goal = Formål: { $goal }.
goal-missing = Det fremgår ikke, hvad formålet med ændringen er.
not-followed = De to diagrammer passer for dårligt sammen til, at det kan siges, hvad der bliver af hvad.
nothing-changes = Intet ændres.
units-closed = { $names_count ->
    [one] 1 enhed lukkes
   *[other] { $names_count } enheder lukkes
  }: { $names }.
units-merged = { $names_count ->
    [one] 1 enhed lægges sammen med andre
   *[other] { $names_count } enheder lægges sammen med andre
  }: { $names }.
units-split = { $names_count ->
    [one] 1 enhed deles
   *[other] { $names_count } enheder deles
  }: { $names }.
units-founded = { $names_count ->
    [one] 1 ny enhed oprettes
   *[other] { $names_count } nye enheder oprettes
  }: { $names }.
units-moved = { $names_count ->
    [one] 1 enhed kommer til at høre under en anden
   *[other] { $names_count } enheder kommer til at høre under en anden
  }: { $names }.
units-relocated = { $names_count ->
    [one] 1 enhed skifter adresse
   *[other] { $names_count } enheder skifter adresse
  }: { $names }.
units-headed = { $names_count ->
    [one] 1 enhed får en anden leder eller mister sin leder
   *[other] { $names_count } enheder får en anden leder eller mister deres leder
  }: { $names }.
renamed = { $before } (fremover { $now })
units-renamed = { $names_count ->
    [one] 1 enhed får nyt navn
   *[other] { $names_count } enheder får nyt navn
  }: { $names }.
functions-renamed = { $names_count ->
    [one] 1 opgave får nyt navn
   *[other] { $names_count } opgaver får nyt navn
  }: { $names }.
sites-renamed = { $names_count ->
    [one] 1 adresse får nyt navn
   *[other] { $names_count } adresser får nyt navn
  }: { $names }.
target-groups-renamed = { $names_count ->
    [one] 1 målgruppe får nyt navn
   *[other] { $names_count } målgrupper får nyt navn
  }: { $names }.
functions-moved = { $names_count ->
    [one] 1 opgave flyttes
   *[other] { $names_count } opgaver flyttes
  }: { $names }.
functions-split = { $names_count ->
    [one] En del af 1 opgave flyttes
   *[other] En del af { $names_count } opgaver flyttes
  }: { $names }.
functions-absorbed = { $names_count ->
    [one] 1 opgave bliver en del af en anden
   *[other] { $names_count } opgaver bliver en del af andre
  }: { $names }.
functions-ended = { $names_count ->
    [one] 1 opgave ophører
   *[other] { $names_count } opgaver ophører
  }: { $names }.
functions-unassigned = { $names_count ->
    [one] 1 opgave har ingen ansvarlig, helt eller delvist
   *[other] { $names_count } opgaver har ingen ansvarlig, helt eller delvist
  }: { $names }.
functions-absent = { $names_count ->
    [one] 1 opgave nævnes ikke længere
   *[other] { $names_count } opgaver nævnes ikke længere
  }: { $names }.
functions-founded = { $names_count ->
    [one] Der kommer 1 ny opgave
   *[other] Der kommer { $names_count } nye opgaver
  }: { $names }.
sites-closed = { $names_count ->
    [one] 1 adresse bruges ikke længere
   *[other] { $names_count } adresser bruges ikke længere
  }: { $names }.
sites-opened = { $names_count ->
    [one] Der kommer 1 ny adresse
   *[other] Der kommer { $names_count } nye adresser
  }: { $names }.

## Konsekvenser

found = { $topic }: { $counts }{ $errors_count ->
    [0] {""}
   *[other] . Fejl: { $errors }
  }.
found-nothing = Der er ikke fundet noget.
found-allowed = { $n ->
    [one] 1 fund er undtaget
   *[other] { $n } fund er undtaget
  }; hvorfor, står under det, forslaget bygger på.
count-errors = { $n } fejl
count-warnings = { $n ->
    [one] 1 advarsel
   *[other] { $n } advarsler
  }
count-notes = { $n ->
    [one] 1 bemærkning
   *[other] { $n } bemærkninger
  }
incomplete = Ikke alt kunne læses eller bedømmes, så der kan være konsekvenser, som ikke er med her.
not-judged = { $n ->
    [one] 1 forhold kunne ikke bedømmes, fordi diagrammerne
   *[other] { $n } forhold kunne ikke bedømmes, fordi diagrammerne
  } ikke siger nok. Hvad der mangler, står under det, ingen ved endnu.
topic-file = Filerne
topic-units = Enheder
topic-functions = Opgaver
topic-places = Adresser
topic-citizens = Borgere
topic-people = Medarbejdere
topic-leadership = Ledelse
topic-process = Proces
topic-money = Økonomi og tilsagn
topic-absent = Nævnes ikke længere
topic-new = Nyt

## For hvem

affected-units = { $n ->
    [0] Ingen enheder berøres.
    [one] 1 enhed berøres: { $names }.
   *[other] { $n } enheder berøres: { $names }.
  }
posts-none = Ingen stillinger berøres.
posts-unplaced = { $posts ->
    [one] 1 stilling har
   *[other] { $posts_start } stillinger har
  } ingen plads i forslaget.
posts-ended = { $posts ->
    [one] 1 stilling nedlægges.
   *[other] { $posts_start } stillinger nedlægges.
  }
posts-in-other-unit = { $posts ->
    [one] 1 stilling flytter til en anden enhed.
   *[other] { $posts_start } stillinger flytter til en anden enhed.
  }
posts-led-anew = { $posts ->
    [one] 1 stilling får en anden leder.
   *[other] { $posts_start } stillinger får en anden leder.
  }
posts-at-other-site = { $posts ->
    [one] 1 stilling får en anden adresse.
   *[other] { $posts_start } stillinger får en anden adresse.
  }
posts-new = { $posts ->
    [one] Der kommer 1 ny stilling.
   *[other] Der kommer { $posts } nye stillinger.
  }
citizens = { $group }{ $counted ->
    [yes] {" "}({ $citizens ->
        [one] 1 borger
       *[other] { $citizens } borgere
      })
   *[no] {""}
  }: ændringer i { $functions }.
citizens-unknown = Det er ikke oplyst, hvor mange borgere der er i { $names_count ->
    [one] målgruppen { $names }.
   *[other] målgrupperne { $names }.
  }
citizens-missing = Det fremgår ikke, hvilke borgere ændringen angår: Diagrammerne har ingen målgrupper.

## Udmelding og opfølgning

announced-missing = Det fremgår ikke, hvordan og hvornår ændringen bliver meldt ud: Processen har intet trin med orientering.
announced-by-missing = Det fremgår ikke, hvem der melder ændringen ud.
clarified-by = Alle medarbejdere skal senest have besked om deres plads: { $date }.
clarified-by-each = Medarbejderne skal senest have besked om deres plads: { $organizations }.
clarified-missing = Det fremgår ikke, hvornår den enkelte medarbejder får besked om sin plads.
steps-undated = { $names_count ->
    [one] Trinnet { $names } har ingen dato.
   *[other] { $names_count } trin har ingen dato: { $names }.
  }
followed-up-missing = Det fremgår ikke, hvordan og hvornår der følges op: Processen har intet trin med evaluering.
followed-up-by-missing = Det fremgår ikke, hvem der følger op: { $names }.

## Arbejdsmiljø

environment-not-assessed = Rokade vurderer ikke arbejdsmiljøet. Det følgende hører med i den vurdering, ledere og medarbejdere laver sammen.
environment-led-anew = { $posts ->
    [one] 1 stilling får en anden leder.
   *[other] { $posts_start } stillinger får en anden leder.
  }
environment-at-other-site = { $posts ->
    [one] 1 stilling får en anden adresse.
   *[other] { $posts_start } stillinger får en anden adresse.
  }
environment-unplaced = { $posts ->
    [one] 1 medarbejder ved ikke
   *[other] Medarbejderne i { $posts } stillinger ved ikke
  }, hvor de skal være.
environment-finding = { $title } ({ $n })
environment-findings = Fund, der hører med (antal i parentes): { $findings }.
environment-risks = { $risks_count ->
    [one] Forslaget nævner en risiko: { $risks }.
   *[other] Forslaget nævner { $risks_count } risici: { $risks }.
  }
environment-missing = Forslaget siger ikke selv, hvad ændringen betyder for arbejdsmiljøet. Udvalget kan bede om en vurdering af det før beslutningen.

## Tidshorisont

decision = { $by ->
    [yes] Beslutningen tages af { $body }{ $dated ->
        [yes] {" "}{ $on }
       *[no] {""}
      }.
   *[no] Beslutningen tages { $on }.
  }
decision-missing = Det fremgår ikke, hvem der tager beslutningen, eller hvornår.
decision-when-missing = Det fremgår ikke, hvornår beslutningen tages.
decision-who-missing = Det fremgår ikke, hvem der tager beslutningen.
effective = Ændringen træder i kraft { $on }.
effective-missing = Det fremgår ikke, hvornår ændringen træder i kraft.
unit-until = { $unit } ophører: { $date }.
open-by = { $what } skal senest afgøres: { $date }.
open-undated = { $what_count ->
    [one] Det fremgår ikke, hvornår dette skal afgøres: { $what }.
   *[other] Det fremgår ikke, hvornår disse { $what_count } spørgsmål skal afgøres: { $what }.
  }

### Rammen om en konsekvensvurdering. `$mark` er et forslags bogstav, `$number` et funds nummer.

kicker = Konsekvensvurdering
title-one = Konsekvensvurdering: { $proposal }
title-all = Konsekvensvurdering af { $n } forslag
heading-all = { $n } forslag side om side
skip = Gå til indholdet
contents = Indhold
page-of = Side
conclusion = Konklusion
proposal = Forslag { $mark }: { $title }
of-proposal = Forslag { $mark } · { $heading }
today = I dag
after = Efter forslaget
incomplete-head = Vurderingen er ikke hel
incomplete-faults = { $n ->
    [one] Filerne til »{ $title }« har 1 fejl, som gør den usikker.
   *[other] Filerne til »{ $title }« har { $n } fejl, som gør den usikker.
  }
incomplete-do = Den, der har skrevet filerne, kan med `rokade check` se, hvad der er fejl, rette det og lave vurderingen igen.
incomplete-missing = Hvad der mangler for at bedømme resten, står under »{ $section }«.
concerned = { $n ->
    [0] Ingen enhed ændres.
    [one] Det angår 1 enhed:
   *[other] Det angår { $n } enheder:
  }
concerned-more = og { $n } mere

drawing = { $when }: { $title }
diagrams = Organisationen før og efter
as-table = Diagrammet som tabel
column-unit = Enhed
column-parent = Hører under
column-head = Ledelse
column-posts = Stillinger
column-sites = Adresser
column-below = Ikke tegnet
column-marks = Ændring
charts-in-sheet = { $n ->
    [one] 1 enhed er ikke med her; alle enheder står i regnearket på arket »{ $sheet }«.
   *[other] { $n } enheder er ikke med her; alle enheder står i regnearket på arket »{ $sheet }«.
  }
external = del af en anden organisation
together = Hvem sidder sammen
together-table = Samlokaliseringer i dag og efter forslaget
column-together = Samlokalisering
column-what = Hvad der sker
together-some = Tegnet er { $n } af dem: først dem, som forslaget ændrer, eller som ikke er opfyldt.
together-in-sheet = { $n ->
    [one] 1 samlokalisering er ikke med her; alle står i regnearket på arket »{ $sheet }«.
   *[other] { $n } samlokaliseringer er ikke med her; alle står i regnearket på arket »{ $sheet }«.
  }
nowhere = ingen adresse
balance-lead = Alt, der er i dag, skal være et sted bagefter.

units = Hvad sker der med os?
units-lead = Her har hver enhed, der ændres, sit eget afsnit.
units-lead-some = De { $n } enheder, der ændres mest, har hver sit eget afsnit her.
units-none = Ingen enhed ændres.
units-rest = De øvrige enheder
units-rest-note = De øvrige enheder står her i kort form; alle fund og flytninger står i regnearket.
units-in-sheet = { $n ->
    [one] 1 enhed mere ændres; alle står i regnearket på arket »{ $sheet }«.
   *[other] { $n } enheder mere ændres; alle står i regnearket på arket »{ $sheet }«.
  }
column-short = Det vigtigste
facts-of = { $unit }: i dag og efter forslaget
column-fact = Hvad
changes = ændres
not-before = findes ikke i dag
not-after = findes ikke længere
unit-staff = Stillinger
staff-of = { $unit }: stillinger
column-title = Stilling
column-count = Antal
column-ways = Hvor og hos hvem
way-unit = Enhed:
way-site = Adresse:
way-head = Leder:
from-to = fra { $from } til { $to }
new-title = fremover { $title }
from-only = fra { $from }
to-only = til { $to }
unit-functions = Opgaver
unit-findings = Fund om enheden
unit-heard = Hvem høres
unit-points = Det er sagt i høringen
point = { $who }, punkt { $number }
point-open = Ikke besvaret.
point-answer = Svar: { $answer }
more-here = og { $n } mere
more-findings = { $n ->
    [one] og 1 fund mere under »{ $section }«
   *[other] og { $n } fund mere under »{ $section }«
  }
more-in-sheet = { $n ->
    [one] og 1 mere, som står i regnearket
   *[other] og { $n } mere, som står i regnearket
  }

questions = Det skal MED-udvalget drøfte
questions-lead = Under hvert spørgsmål står det, som diagrammerne siger, og det, som udvalget kan spørge om.
missing = Det kan udvalget spørge om:
no-answer = Det siger diagrammerne intet om.

hearing = Høring

findings = Fund
findings-none = Der er ingen fund.
legend-error = Noget eller nogen hænger i luften.
legend-warning = En konsekvens, der skal tages stilling til.
legend-note = En ændring, der er værd at kende.
legend-possible = Et muligt fund afhænger af noget, som diagrammerne ikke siger nøjagtigt.
error = Fejl
warning = Advarsel
note = Bemærkning
possible-error = Mulig fejl
possible-warning = Mulig advarsel
possible-note = Mulig bemærkning
finding-number = Fund { $number }
reason = Grund:
members = Omfatter:
help = Det kan der gøres:
place = { $file }, linje { $lines }
allowed = Undtaget:
more-of-rule = { $n ->
    [one] Og 1 fund mere af slagsen »{ $title }«, som står i regnearket.
   *[other] Og { $n } fund mere af slagsen »{ $title }«, som står i regnearket.
  }
findings-by-part = Fund i hver del af organisationen
findings-by-part-note = Et fund kan være om flere dele. Af hver slags fund er de første fortalt nedenfor; resten er talt med her og står i regnearket.
column-part = Del af organisationen
column-error = Fejl
column-warning = Advarsler
column-note = Bemærkninger
no-part = ikke om bestemte enheder
withheld = Fund uden tal
withheld-lead = Tallene i disse fund ville røbe grupper med under fem stillinger. Derfor står her kun, hvad de handler om.
withheld-one = { $n ->
    [one] { $title } (1 fund)
   *[other] { $title } ({ $n } fund)
  }
filter = Vælg fund
filter-unit = Enhed
all-units = Alle enheder
filter-severity = Alvor
filter-shown = Viser { $n } af { $all } fund.
filter-all = Vis alle fund

measures = Nøgletal
assumptions = Det bygger forslaget på
column-assumption-kind = Slags
column-assumption = Forudsætning
column-about = Handler om
unknowns = Det ved vi ikke
small-groups = Grupper med under fem stillinger står som »under 5« og tæller som 1–4 i alle summer, så ingen kan kendes; derfor er flere tal intervaller, og flere fund kun mulige.
limits = Vurderingen siger, hvad der følger af det, som er skrevet i diagrammerne. Den siger ikke, hvad der bør besluttes.
made-by = Lavet med Rokade { $version }.

# Regnearket
sheet-findings = Fund
sheet-changes = Ændringer
sheet-measures = Nøgletal
sheet-staff = Medarbejdere
sheet-units-changed = Ændrede enheder
sheet-charts = Enheder før og efter
sheet-together = Samlokaliseringer
sheet-about = Om
sheet-proposal = Forslag
sheet-number = Nummer
sheet-severity = Alvor
sheet-certainty = Hvor sikkert
sheet-topic = Emne
sheet-title = Handler om
sheet-message = Fund
sheet-reason = Grund
sheet-help = Det kan der gøres
sheet-members = Omfatter
sheet-units = Enheder
sheet-posts-min = Stillinger, mindst
sheet-posts-max = Stillinger, højst
sheet-citizens-min = Borgere, mindst
sheet-citizens-max = Borgere, højst
sheet-place = Står i
sheet-allowed = Undtaget
sheet-what = Hvad
sheet-kind = Ændring
sheet-from = Fra
sheet-to = Til
sheet-post-title = Stilling
sheet-new-title = Ny titel
sheet-fate = Hvad der sker
sheet-from-unit = Fra enhed
sheet-to-unit = Til enhed
sheet-from-site = Fra adresse
sheet-to-site = Til adresse
sheet-from-head = Fra leder
sheet-to-head = Til leder
sheet-sentences = Det sker der
sheet-numbers = Numre på fund
sheet-when = Hvornår
sheet-level = Slags
sheet-because = Hvorfor
sheet-member = Hvem eller hvad
certain = sikkert
possible = muligt
withheld-row = { $n ->
    [one] 1 fund uden tal: Tallet ville røbe en gruppe med under fem stillinger.
   *[other] { $n } fund uden tal: Tallene ville røbe grupper med under fem stillinger.
  }
about-sheets = Disse ark er tabeller med filtre: { $sheets }.
cut-rows = { $n ->
    [one] 1 række er udeladt, fordi et regneark ikke kan rumme flere.
   *[other] { $n } rækker er udeladt, fordi et regneark ikke kan rumme flere.
  }
cut-cells = { $n ->
    [one] 1 celle er forkortet og ender på »…«, fordi en celle ikke kan rumme mere.
   *[other] { $n } celler er forkortet og ender på »…«, fordi en celle ikke kan rumme mere.
  }

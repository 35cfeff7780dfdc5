### Rammen om en sammenligning af forslag. `$mark` er et forslags bogstav; tal kan være intervaller som tekst.

title = Sammenligning af forslag
proposals = Det, der sammenlignes
letter = Bogstav
chart = Titel
file = Fil
found = Fund
found-all = { $errors } fejl, { $warnings ->
    [one] 1 advarsel
   *[other] { $warnings } advarsler
  }, { $notes ->
    [one] 1 bemærkning
   *[other] { $notes } bemærkninger
  }
found-unread = kunne ikke læses til ende
proposal = Forslag { $mark }
differs = Her er forslagene forskellige
alike-one = Her ændrer forslaget noget
alike = Her er forslagene ens, og noget ændres
measure = Tal
of-all = af { $whole }
changes-only = –
unknown = ukendt
best = bedst
worst = dårligst
better-lower = mindre er bedre
better-higher = mere er bedre
better-neither = ingen vej er bedre
best-way = Bedst
folded = »{ $label }«: { $n } mere, der ændrer sig mindre{ $flag ->
    [full] {" "}(vis alle med --full)
   *[other] {""}
  }.
unchanged = Uændret
unknown-rows = Kan ikke gøres op
apart = Hvad skiller forslagene ad
dominated = Bedre i alt, der kan skelnes
not-judged = Det mangler der at vide
weighing = Vægtet sum
weighing-note = Kun fordi der er bedt om vægte: tallet gange vægten, lagt sammen; det, der helst skal være højt, trækkes fra. Lavest er bedst.
weight = Vægt
total = Sum
left-out = uden { $names }, som ikke er kendt
lowest-certain = lavest
lowest-possible = måske lavest
small-groups = Grupper med under fem stillinger står som »under 5« og tæller som 1–4 i alle summer, så ingen kan kendes; derfor står flere tal som intervaller.
incomplete = Ikke alt kunne læses eller bedømmes: Dette er ikke hele billedet.
made-by = Lavet med Rokade { $version }.

# Regnearket
sheet-rows = Sammenligning
sheet-about = Om
column-measure = Tal
column-of = For
column-better = Bedst når
column-kind = Viser
column-base = I dag
column-base-min = I dag, mindst
column-base-max = I dag, højst
column-whole = Af i alt
column-value = { $mark }
column-min = { $mark }, mindst
column-max = { $mark }, højst
column-difference = { $mark }, forskel fra i dag
column-standing = { $mark }, placering
kind-differs = forskelligt
kind-alike = ens ændring
kind-unchanged = uændret
kind-unknown = ukendt
lower = lavere
higher = højere
neither = –

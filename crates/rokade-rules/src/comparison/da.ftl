### Sammenligning af forslag. `$proposal`, `$first`, `$second` og `$by` er forslagenes bogstaver; tal kan være intervaller som tekst.

today = I dag
unknown = ukendt
at-least = mindst
at-most = højst
to = til
unchanged = uændret
none-stated = ingen ændring oplyst

overview = { $n } forslag sammenlignes med »{ $base }«: { $differs ->
    [0] De er ens i alle { $rows } tal, der kan gøres op.
   *[other] De er forskellige i { $differs } af de { $rows } tal, der kan gøres op.
  }
overview-one = Ét forslag sammenlignes med »{ $base }«: { $changes ->
    [0] Intet ændrer sig i de { $rows } tal, der kan gøres op.
   *[other] Det ændrer { $changes } af de { $rows } tal, der kan gøres op.
  }
incomplete = Ikke alt kunne læses, så dette er ikke hele billedet.
best = { $parts }; hvad der vejer tungest, siger tallene ikke.
best-first = Forslag { $proposal } er bedst i { $n } tal
best-next = forslag { $proposal } i { $n }
none-best = I ingen af tallene kan det siges, at et forslag er bedst.
hangs = Noget hænger i luften i { $parts }.
hangs-in = forslag { $proposal } ({ $n } fejl)
hangs-nowhere = { $n ->
    [one] Forslaget lader ikke noget hænge i luften.
   *[other] Intet forslag lader noget hænge i luften.
  }

dominated = Forslag { $by } er bedre end forslag { $proposal } i { $n } tal og dårligere i ingen.

apart = Forslag { $first } er bedre end forslag { $second } på { $in_first }; forslag { $second } er bedre på { $in_second }; resten er ens eller kan ikke skelnes.
apart-first = Forslag { $first } er bedre end forslag { $second } på { $in_first }; resten er ens eller kan ikke skelnes.
apart-second = Forslag { $second } er bedre end forslag { $first } på { $in_second }; resten er ens eller kan ikke skelnes.
apart-open = Intet tal viser, om forslag { $first } eller forslag { $second } er bedst: De er ens eller kan ikke skelnes.
apart-alike = Forslag { $first } og forslag { $second } er ens i alle tal.
apart-in = { $label } ({ $one } mod { $other })
apart-more = +{ $n }
apart-all = { $parts }

base-not-read = Det, der sammenlignes med, kunne ikke læses til ende, så intet er gjort op: Se `rokade check { $source }`.
not-read = Forslag { $proposal } kunne ikke læses til ende og er ikke gjort op: Se `rokade check { $source }`.
not-followed = I forslag { $proposal } kunne for lidt følges tilbage til i dag, så ikke alt er gjort op: Se `rokade diff { $source }`.
silent = »{ $label }« kan ikke gøres op: { $add }
silent-of = »{ $label }« kan ikke gøres op for forslag { $of }: { $add }

add-co-locations-broken = Tilføj `co_locations`: hvem der skal sidde sammen.
add-vacant-heads = Tilføj `head` på enhederne.
add-largest-span = Tilføj `head` på enhederne.
add-handovers = Tilføj `pathway` på målgrupperne: de opgaver, borgeren møder.
add-cases-with-other-caseworker = Tilføj `cases` ved ansvaret for opgaverne.
add-entrances = Tilføj `entrance` på målgrupperne.
add-posts-over-capacity = Tilføj `capacity` på adresserne: hvor mange arbejdspladser de har.
add-cost-a-year = Tilføj `cost` på stillingerne.
add-commitments-broken = Tilføj `commitments`: hvad forslaget lover.
add-wishes-unmet = Tilføj `wishes` på medarbejdergrupperne: hvor de ønsker at komme hen.

### Det, forslaget bygger på, og det, ingen ved endnu. `names` er navne, `limit` et tal.

goal = formål
principle = princip
law = lov
precedent = tidligere beslutning
figure = tal
risk = risiko
premise = forudsætning
commitment = tilsagn
allowance = undtagelse
limit = grænse
estimate = skøn

with-source = { $text } (kilde: { $source })
allowed = { $reasoned ->
    [yes] { $title } er undtaget{ $ends ->
        [yes] {" "}til og med { $until }
       *[no] {""}
      }: { $because }
   *[no] { $title } er undtaget{ $ends ->
        [yes] {" "}til og med { $until }
       *[no] {""}
      }, uden at der står hvorfor.
  }
limit-span = En leder bør højst have { $limit ->
    [one] 1 stilling
   *[other] { $limit } stillinger
  } direkte under sig. Har en leder flere, er det et fund.
limit-hearing = En høring bør vare mindst { $limit ->
    [one] 1 dag
   *[other] { $limit } dage
  }. Varer den kortere, er det et fund.
estimates = Antal stillinger med »ca.« er skøn, og det er summer af dem også. I dag er det { $before } af { $all_before } { $all_before ->
    [one] medarbejdergruppe
   *[other] medarbejdergrupper
  }, i forslaget { $now } af { $all_now }.

open = Endnu ikke besluttet: { $decisions }.
undecided-units = Det er ikke afgjort, hvor i organisationen { $names } skal være.
undecided-posts = Det er ikke afgjort, hvilken enhed disse stillinger hører til: { $names }.
undecided-responsibilities = Det er ikke afgjort, hvem der får ansvaret for { $names }.
undecided-sites = Det er ikke afgjort, hvilken adresse { $names } får.
undecided-entrances = Det er ikke afgjort, hvilken enhed borgerne møder først: { $names }.
heads-not-stated = Det er ikke oplyst, hvem der leder { $names }.
unknown-posts = Det er ukendt, hvor mange stillinger der er af { $names }.
unknown-citizens = Det er ukendt, hvor mange borgere der er i { $names }.
unknown-enquiries = Det er ukendt, hvor mange henvendelser der er om { $names }.
unknown-cases = Det er ukendt, hvor mange sager der er i { $names }.
unknown-decision = Datoen for beslutningen er ukendt.
unknown-effective = Datoen for, hvornår ændringen træder i kraft, er ukendt.
unknown-clarified = Datoen for, hvornår medarbejderne skal have besked, er ukendt.
unknown-steps = { $names_count ->
    [one] Datoen er ukendt for trinnet { $names }.
   *[other] Datoen er ukendt for { $names_count } trin: { $names }.
  }
unknown-until = Datoen for, hvornår { $names_count ->
    [one] enheden { $names } ophører
   *[other] disse enheder ophører
  }, er ukendt{ $names_count ->
    [one] {""}
   *[other] : { $names }
  }.

title = Tilsagn, der ikke holder
message-limit = »{ $commitment }« { $certainty ->
    [certain] holder ikke
   *[possible] kan ikke bekræftes
  }. { $measure_label }{ $of_is ->
    [one] {" "}({ $of })
   *[all] {""}
  }: { $value_is ->
    [known] { $value }
   *[unknown] ikke oplyst
  }. Lovet er { $side ->
    [most] højst
   *[least] mindst
  } { $promised ->
    [number] { $limit }
   *[share] { $limit_is ->
        [known] { $limit } ({ $share } af { $whole })
       *[unknown] { $share } af det, der er i dag
      }
  }.
message-unit = »{ $commitment }« { $certainty ->
    [certain] holder ikke
   *[possible] kan ikke bekræftes
  }: { $unit } { $reason ->
    [closed] lukkes
    [merged] bliver en del af { $now }
    [split] deles i { $now }
    [divided] deles, og en del bliver til { $now }
   *[emptied] står tilbage uden stillinger og opgaver
  }.
message-function = »{ $commitment }« { $certainty ->
    [certain] holder ikke
   *[possible] kan ikke bekræftes
  }: { $reason ->
    [ended] { $function } ophører
    [absent] { $function } nævnes ikke længere
    [no-site] { $sites } er der ikke længere, så { $function } kan ikke blive der
    [unassigned] Ingen har ansvaret for { $function }
    [not-met] Ingen udfører { $function }
    [perhaps-met] Måske er der ingen, der udfører { $function }
   *[unknown] Det fremgår ikke, hvem der udfører { $function }
  }{ $reason ->
    [no-site] {""}
   *[other] { $where ->
        [sites] {" "}på { $sites }
       *[anywhere] {""}
      }
  }.
message-co-location = »{ $commitment }« { $certainty ->
    [certain] holder ikke
   *[possible] kan ikke bekræftes
  }: { $reason ->
    [apart] { $together } har ikke fælles adresse
    [perhaps] { $together } har måske ikke fælles adresse
   *[unknown] Det fremgår ikke, at { $together } har fælles adresse
  }.
help-limit = Ret forslaget, så tilsagnet holder, eller skriv, hvad der loves i stedet, og hvem der får det at vide.
help-unit = Lad enheden bestå, eller skriv i forslaget, hvad der bliver af det, der var lovet.
help-function = Skriv, hvem der har ansvaret for opgaven, og hvem der udfører den dér, eller skriv i forslaget, hvad der bliver af det, der var lovet.
help-co-location = Lad dem, der skal sidde sammen, gøre det, eller skriv i forslaget, hvad der bliver af det, der var lovet.
label = lovet her
label-base = skulle bestå
label-now = det, den bliver til
label-stated = står her

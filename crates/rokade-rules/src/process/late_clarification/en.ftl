title = Staff who learn their place late
message = { $certainty ->
    [certain] Staff learn their place only after the change has taken effect
   *[possible] Staff may learn their place only after the change has taken effect
  } ({ $effective }): { $deadline ->
    [all] all are to know by { $by }
    [each] they are to know in { $organizations }
   *[none] { $steps }
  }.
message-unequal = { $certainty ->
    [certain] Staff of one organisation learn their place later than those of another
   *[possible] Staff of one organisation may learn their place later than those of another
  }: { $organizations }.
message-missing = Nothing says when staff learn their place, though something happens to { $posts ->
    [one] 1 post
   *[other] { $posts } posts
  }{ $stated ->
    [unknown] : the day is not known
   *[none] {""}
  }.
help = Let all know their place before the change takes effect (`clarified_by`), or let it take effect later.
help-unequal = Agree on one day for both organisations, so that nobody learns their own place from somebody else's.
help-missing = Say in the process by when every member of staff knows where they go (`clarified_by`).
label = to be known by { $date }
label-effective = takes effect { $effective }
label-missing = nothing says by when staff know their place

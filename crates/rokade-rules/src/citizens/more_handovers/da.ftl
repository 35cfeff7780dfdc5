title = Borgere, der oftere gives videre
message = { $groups_uncounted_count ->
    [0] { $groups }
   *[other] { $groups_count ->
        [0] { $groups_uncounted }
       *[other] { $groups } og { $groups_uncounted }
      }
  } { $certainty ->
    [certain] får
   *[possible] kan få
  } { $more_units ->
    [yes] { $units_now } enheder i forløbet mod { $units_before } i dag{ $more_changes ->
        [yes] {" "}og{" "}
       *[no] {""}
      }
   *[no] {""}
  }{ $more_changes ->
    [yes] { $changes_now } skift mellem enheder mod { $changes_before } i dag
   *[no] {""}
  }. I dag: { $met_before }. Herefter: { $met_now }.
help = Lad én enhed have ansvaret for de trin, der følger efter hinanden, eller aftal, hvem der følger borgeren fra den ene til den anden.
label-now = forløbet herefter
label-before = forløbet i dag

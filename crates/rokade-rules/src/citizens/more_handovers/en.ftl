title = Citizens handed over more often
message = { $groups_uncounted_count ->
    [0] { $groups }
   *[other] { $groups_count ->
        [0] { $groups_uncounted }
       *[other] { $groups } and { $groups_uncounted }
      }
  } { $certainty ->
    [certain] get
   *[possible] may get
  } { $more_units ->
    [yes] { $units_now } units along the pathway, against { $units_before } today{ $more_changes ->
        [yes] , and{" "}
       *[no] {""}
      }
   *[no] {""}
  }{ $more_changes ->
    [yes] { $changes_now ->
        [one] 1 change
       *[other] { $changes_now } changes
      } between units, against { $changes_before } today
   *[no] {""}
  }. Today: { $met_before }. Then: { $met_now }.
help = Let one unit be responsible for the steps that follow each other, or agree who goes along with the citizen from one to the other.
label-now = the pathway from then on
label-before = the pathway today

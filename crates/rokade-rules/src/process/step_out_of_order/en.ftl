title = Steps in the wrong order
message = { $step } is to come after { $earlier }, but { $certainty ->
    [certain] { $point ->
        [start] begins
       *[end] ends
      }
   *[possible] { $point ->
        [start] may begin
       *[end] may end
      }
  } ({ $date }) before { $earlier_count ->
    [one] that is over
   *[other] they are over
  }.
message-parallel = { $step } ({ $from } to { $to }) is to run at the same time as { $others }, { $certainty ->
    [certain] but shares no day with { $others_count ->
        [one] it
       *[other] them
      }
   *[possible] but perhaps shares no day with { $others_count ->
        [one] it
       *[other] them
      }
  }.
help = Move one of the steps, or take the step out of `after` where the order does not matter.
help-parallel = Move one of the steps, so that both are heard while the other can still be told of it; or take it out of `parallel_with`.
label = { $point ->
    [start] begins { $date }
   *[end] ends { $date }
  }
label-earlier = ends { $end }
label-parallel = from { $from } to { $to }
label-other = from { $other_from } to { $other_to }

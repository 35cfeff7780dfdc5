title = Staff told their place before it is decided
message = { $certainty ->
    [certain] Staff are told their place before it is decided
   *[possible] Staff may be told their place before it is decided
  } ({ $decided }){ $deadline ->
    [all] : all are to know by { $by }
    [each] : they are to know in { $organizations }
   *[none] {""}
  }{ $steps_count ->
    [0] .
   *[other] { $deadline ->
        [none] : { $steps }.
       *[other] ; { $steps }.
      }
  }
help = Tell staff their place after the decision, or decide earlier: what they are told before can still be changed, and a hearing that is under way then looks like a formality.
label = to be known by { $date }
label-step = staff are told from { $date }
label-decision = the decision is made { $decided }

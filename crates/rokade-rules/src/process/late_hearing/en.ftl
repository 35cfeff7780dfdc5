title = Hearings that end too late
message = { $hearings_count ->
    [one] A hearing ends
   *[other] { $hearings_count } hearings end
  } only on the day of the decision, { $decided }, or after it: { $hearings }. What is answered comes too late to count.
help = Let the hearing end so long before the decision that the answers can be read and discussed, or move the decision.
label = ends { $end }
label-decision = the decision is made { $decided }

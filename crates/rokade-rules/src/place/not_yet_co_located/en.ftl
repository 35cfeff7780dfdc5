title = Co-locations not yet made
message = { $parties } must sit together{ $groups_count ->
    [0] {""}
   *[other] {" "}for { $groups }
  } by the proposal; they do not today, and neither does the proposal bring them together: { $places }.
help = Say when and where they are to sit together, or seat them at one site in the proposal.
label-stated = must sit together
label-because = must sit together: { $because }
label-member = at { $at }

title = Posts that cost more
message = Posts { $certainty ->
    [certain] cost
   *[possible] may cost
  } { $rise } more a year: { $staff }.
help = Say what pays for it: the proposal's savings, or an appropriation. Posts that end are taken out under `ended`.
label = { $more } more a year
not-judged = Whether { $staff } { $staff_count ->
    [one] costs
   *[other] cost
  } more cannot be judged: state what each post costs a year (`cost`) in both charts.

title = Budgets larger than their frame
message = The budgets of the units under { $unit } { $certainty ->
    [certain] come to { $total }
   *[possible] may come to more than there is: { $total }
  } a year, and the frame is { $frame }{ $certainty ->
    [certain]{": "}{ $over } too much
   *[possible] {""}
  }. { $budgets }.
help = Divide the frame again, or write in `budget` what it has become. A unit's `budget` is for all below it.
label = the frame
label-part = { $budget } of it
not-judged = Whether the budgets under { $units } keep within the frame cannot be judged: some of the amounts are not known. State the `budget` of each unit.

title = Cases without a unit
message = { $certainty ->
    [certain] { $cases ->
        [one] 1 case is
       *[other] { $cases_start } cases are
      } with no unit
   *[possible] { $bound ->
        [known] Up to { $most } cases
       *[open] An unknown number of cases
      } may be with no unit
  } then: { $functions_count ->
    [one] { $of }
   *[other] { $functions }
  }.{ $units_count ->
    [0] {""}
   *[other] {" "}Today { $units } { $units_count ->
        [one] has
       *[other] have
      } them.
  }
help = Say how many of the cases each unit gets (`cases`), and who has them until they are distributed.
label-now = not all cases are with a unit here
label-before = the cases today
not-judged = Whether all cases of { $functions } are distributed cannot be judged: say how many each unit gets (`cases`).

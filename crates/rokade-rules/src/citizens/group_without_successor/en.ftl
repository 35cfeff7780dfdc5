title = Target groups without a successor
message = { $group }{ $citizens_are ->
    [known] {" "}({ $citizens_in_group ->
        [one] 1 citizen
       *[other] { $citizens_in_group } citizens
      })
   *[unknown] {""}
  } are not in the proposal, and no other target group succeeds them.{ $units_count ->
    [0] {""}
   *[other] {" "}Today { $units } { $units_count ->
        [one] is
       *[other] are
      } responsible for them.
  }{ $steps_count ->
    [0] {""}
   *[other] {" "}Their pathway: { $steps }.
  }{ $staff_count ->
    [0] {""}
   *[other] {" "}Served by { $staff }.
  }
help = Write `previously` on the target group that takes these citizens over, or end the target group on purpose under `ended` with a reason.
label = in no target group of the proposal
label-unit = responsible for them today

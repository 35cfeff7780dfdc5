title = Wider fields
message = { $who } goes from { $before } to { $now } functions { $kind ->
    [unit] to be responsible for
   *[professional-lead] to lead professionally
  }{ $head_count ->
    [0] {""}
   *[other] {" "}(headed by { $head })
  }. New: { $gained }.{ $lost_count ->
    [0] {""}
   *[other] {" "}No longer: { $lost }.
  }
help = Say what the heads need to know the new fields: time, training, a coordinator for some of them; or leave some where they are.
label-revision = { $now } functions from then on
label-gained = new in this field
label-base = { $before ->
    [one] 1 function
   *[other] { $before } functions
  } today

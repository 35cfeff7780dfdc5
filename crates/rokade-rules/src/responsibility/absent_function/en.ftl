title = Functions the proposal does not name
message = The proposal no longer names { $members ->
    [one] { $functions }, which
   *[other] { $members } functions that
  } { $cause ->
    [nobody] no unit is responsible for today
    [unit-closed] { belong } to { $units }, a unit that closes
    [unit-merged] { belong } to { $units }, a unit that is merged with others
    [unit-split] { belong } to { $units }, a unit that is split
   *[other] { belong } to { $units } today
  }, nor does it say that { $members ->
    [one] the function ends.
   *[other] they end: { $functions }.
  }{ $staff_count ->
    [0] {""}
   *[other] {" "}Performed today by { $staff }.
  }
help = Give the function a `responsible` unit in the proposal. If it is to end, write it under `ended` with a reason; if it has become part of another function, say so with `previously` on that one.
label = not named in the proposal

# A part of the sentence above.
belong = { $members ->
    [one] belongs
   *[other] belong
  }

title = Functions the proposal does not name
message = The proposal no longer names { $members ->
    [one] { $functions }, which
   *[other] { $members } functions that
  } { $cause ->
    [nobody] no unit is responsible for today
   *[other] { $members ->
        [one] belongs
       *[other] belong
      } to { $units }{ $cause ->
        [unit-closed] , a unit that closes
        [unit-merged] , a unit that is merged with others
        [unit-split] , a unit that is split
       *[other] {" "}today
      }
  }, nor does it say that { $members ->
    [one] the function ends.
   *[other] they end: { $functions }.
  }{ $staff_count ->
    [0] {""}
   *[other] {" "}Performed today by { $staff }.
  }
help = Give the function a responsible unit (`responsible`) in the proposal. If it is to end, write it under `ended` with a reason; if it has become part of another function, say so with `previously` on that one.
label = not named in the proposal

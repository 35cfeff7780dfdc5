title = Functions gathered without a reason
message = { $members ->
    [one] { $functions } is
   *[other] { $members } functions are
  } gathered with { $into }{ $members ->
    [one] {""}
   *[other] : { $functions }
  }. Nothing says why. Today { $sources } have { $members ->
    [one] it
   *[other] them
  }.{ $parts_count ->
    [0] {""}
    [one] {" "}{ $parts } becomes part of { $into_functions }.
   *[other] {" "}{ $parts } become part of { $into_functions }.
  }{ $staff_count ->
    [0] {""}
   *[other] {" "}In the units that give { $members ->
        [one] it up, it is
       *[other] them up, they are
      } performed today by { $staff }.
  }
help = Write why the function is gathered (`because`): economies of scale, or that it is rarely done. If there is no such reason, leave it where the citizens and the staff are.
label-base = today: { $holders }
label-revision = gathered here, without `because`

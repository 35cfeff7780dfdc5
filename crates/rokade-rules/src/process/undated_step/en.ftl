title = Steps without a date
message = { $steps_count ->
    [0] {""}
    [one] The step { $steps }{ $kind ->
        [hearing] {" "}(hearing)
        [information] {" "}(information)
        [discussion] {" "}(discussion)
        [decision] {" "}(decision)
        [clarification] {" "}(clarification)
        [preparation] {" "}(preparation)
        [move] {" "}(move)
        [recruitment] {" "}(recruitment)
        [evaluation] {" "}(evaluation)
        [external] {" "}(outside our control)
       *[none] {""}
      } has no date.
   *[other] { $steps_count } steps have no date: { $steps }.
  }{ $dates ->
    [none] {""}
   *[other] { $steps_count ->
        [0] {""}
       *[other] {" "}
      }
  }{ $dates ->
    [both] Nobody knows when it is decided, nor when it takes effect.
    [decision] Nobody knows when it is decided.
    [effective] Nobody knows when it takes effect.
   *[none] {""}
  }
help = State a day, or a month or a half-year: until then nobody can say whether the hearings come before the decision, or whether staff are told in time.
label = no date

title = Functions that are divided
message = { $from } { $from_count ->
    [one] gives
   *[other] give
  } up part of { $members ->
    [one] { $functions }
   *[other] { $members } functions
  } to { $into }{ scope }{ $members ->
    [one] , and { $from_count ->
        [one] keeps
       *[other] keep
      } the rest.
   *[other] : { $functions }.
  }{ $parts_count ->
    [0] {""}
    [one] {" "}The part is then a function of its own: { $parts }.
   *[other] {" "}The parts are then functions of their own: { $parts }.
  }{ $cases_are ->
    [known] {" "}{ $cases ->
        [one] 1 case goes
       *[other] { $cases_start } cases go
      } along.
   *[unknown] {""}
  }{ $staff_count ->
    [0] {""}
   *[other] {" "}Of those who perform it today, { $staff } { $posts ->
        [one] goes
       *[other] go
      } along.
  }
help = Agree on where the border is, who takes what lies on it, and whom the citizens are to ask.
label-base = today: { $holders }
label-revision = then: { $holders }

# A part of the sentence above.
scope = { $sites_are ->
    [all] , at { $sites }
   *[other] {""}
  }{ $groups_are ->
    [all] , for { $groups }
   *[other] {""}
  }

title = Functions that nobody performs where the responsibility is
message = Under { $units } { $certainty ->
    [certain] nobody performs
   *[possible] it may be that nobody performs
  } { $members ->
    [one] { $functions }
   *[other] { $members } functions
  }{ scope }{ $members ->
    [one] .
   *[other] : { $functions }.
  }{ $unfilled_count ->
    [0] {""}
   *[other] {" "}Nobody is in the posts there: { $unfilled }.
  }{ $perhaps_count ->
    [0] {""}
   *[other] {" "}There may be nobody in the posts there: { $perhaps }.
  }{ $because ->
    [unstated] {" "}It is not stated what all staff there perform.
   *[other] {""}
  }{ $staff_count ->
    [0] {""}
   *[other] {" "}{ $certainty ->
        [certain] { $members ->
            [one] It is
           *[other] They are
          } performed only
       *[possible] Otherwise { $members ->
            [one] it is
           *[other] they are
          } performed
      } elsewhere or for other citizens: { $staff }.
  }
help = Let staff go along, or say which posts perform it there (`performs`); or make the unit that has the staff responsible.
label = responsible, but nobody performs it here
not-judged = Whether anybody performs { $functions } where the responsibility is cannot be judged: write under `performs` what the staff of the responsible units do.

# A part of the sentence above.
scope = { $sites_are ->
    [all] {" "}at { $sites }
   *[other] {""}
  }{ $groups_are ->
    [all] {" "}for { $groups }
   *[other] {""}
  }{ $sites_are ->
    [some] {" "}(some of it only at { $sites })
   *[other] {""}
  }{ $groups_are ->
    [some] {" "}(some of it only for { $groups })
   *[other] {""}
  }

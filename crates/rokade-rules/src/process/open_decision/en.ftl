title = What is not yet decided
message = Not yet decided: { $what ->
    [text] “{ $text }”
   *[things] { $about }
  }{ $options_count ->
    [0] {""}
   *[other] {" "}(options: { $options })
  }. { $time ->
    [deadline] { $certainty ->
        [certain] It was to be decided by { $decide_by }.
       *[possible] The day it was to be decided by ({ $decide_by }) may have passed.
      }
    [in-force] { $certainty ->
        [certain] The change has taken effect ({ $effective }).
       *[possible] The change may have taken effect ({ $effective }).
      }
    [after-effect] { $certainty ->
        [certain] It is to be decided only by { $decide_by }, after the change has taken effect ({ $effective }).
       *[possible] It is to be decided by { $decide_by }, perhaps after the change has taken effect ({ $effective }).
      }
   *[left] { $by ->
        [known] It is to be decided by { $decide_by }.
       *[unknown] Nothing says by when it is to be.
      }
  }
message-undecided = Some things are not yet decided.{ $units_count ->
    [0] {""}
   *[other] {" "}Where in the organisation: { $units }.
  }{ $staff_count ->
    [0] {""}
   *[other] {" "}Which unit they belong to: { $staff }.
  }{ $seats_count ->
    [0] {""}
   *[other] {" "}At which site: { $seats }.
  }{ $groups_count ->
    [0] {""}
   *[other] {" "}Whom the citizens meet first: { $groups }.
  }{ $time ->
    [in-force] {" "}{ $certainty ->
        [certain] The change has taken effect ({ $effective }).
       *[possible] The change may have taken effect ({ $effective }).
      }
   *[left] {""}
  }
help = Decide it, write what was decided, and take it out of `open`; or agree on a later day and say who must wait for it.
help-undecided = Decide it and write the answer in place of `undecided`, or list it under `open` with a day by which it is to be decided (`decide_by`).
label = { $time ->
    [left] not yet decided
   *[other] not decided in time
  }
label-effective = takes effect { $effective }
label-undecided = not yet decided

title = Cases with another unit or caseworker
message = { $certainty ->
    [certain] { $cases ->
        [one] 1 case gets
       *[other] { $cases_start } cases get
      } { what }
   *[possible] { $cases_start } cases may get { what }
  }: { $functions_count ->
    [one] { $of }
   *[other] { $functions }
  }.{ $to_count ->
    [0] {""}
   *[other] {" "}From { $from } to { $to }.
  }{ $staff_are ->
    [along] {" "}The staff go along with the cases.
    [some] {" "}Only some of the staff go along with the cases.
   *[other] {""}
  }{ $staff_count ->
    [0] {""}
   *[other] {" "}No longer on them: { $staff }.
  }
help = { $help_is ->
    [along] Tell the citizens that the unit is another and the caseworker the same.
   *[others] Let the staff go along with their cases, or plan the handover: who gets each case, and when the citizen is told.
  }
label-now = who has the cases then
label-before = who has the cases today
label-staff = have the cases today

# A part of the sentence above.
what = { $gets ->
    [either] another unit or another caseworker
   *[same] { $to_count ->
        [0] another caseworker
       *[other] { $staff_are ->
            [others] another unit and another caseworker
           *[other] another unit
          }
      }
  }

title = Gaps on the citizens' pathway
message = { $groups }{ $citizens_are ->
    [known] {" "}({ $citizens_in_groups ->
        [one] 1 citizen
       *[other] { $citizens_in_groups } citizens
      })
   *[unknown] {""}
  } must go through { $function }, and nobody is responsible for it for them.{ $staff_count ->
    [0] {""}
   *[other] {" "}Performed by { $staff }.
  }
help = Make a unit responsible for the function for these citizens (`responsible`), or take the step out of their pathway.
label = nobody is responsible for this step
label-group = the step is on their pathway

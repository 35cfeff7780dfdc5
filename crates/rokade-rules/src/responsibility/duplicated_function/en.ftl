title = Functions that stand twice
message = { $by ->
    [name] { $functions_count } functions are called “{ $name }”
    [both] { $functions_count } functions are called “{ $name }” (KLE { $kle })
    [kle] { $functions } have the same KLE number ({ $kle })
    [several] { $tasks_count } functions are there more than once ({ $tasks })
   *[some] { $functions } share a name or a KLE number
  } and lie under { $apart_by ->
    [organisations] different organisations
   *[heads] heads of whom none is above another
  }: { $units }.{ $staff_count ->
    [0] {""}
   *[other] {" "}Performed by { $staff }.
  }
help = If it is one function, gather it, or make it one function with a part for each unit. If they are two, give them names that show it, or allow it with `allow` and a reason.
label = the same, with { $holders }

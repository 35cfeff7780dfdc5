title = Functions that stand twice
message = { $by ->
    [name] { $functions_count } functions are called “{ $name }”
    [both] { $functions_count } functions are called “{ $name }” (KLE { $kle })
    [kle] { $functions } have the same task number (KLE { $kle })
    [several] { $tasks_count } tasks are there more than once ({ $tasks })
   *[some] { $functions } share a name or a task number (KLE)
  } and lie under { $apart_by ->
    [organisations] different organisations
   *[heads] heads of whom none is above another
  }: { $units }.{ $staff_count ->
    [0] {""}
   *[other] {" "}Performed by { $staff }.
  }
help = If it is one task, gather it, or make it one function with a part for each unit. If they are two, give them names that show it, or `allow` it with a reason.
label = the same, with { $holders }

title = Empty units
message = { $unit } is empty: there are no units below it, no staff in it and no functions it is responsible for. { $others_holding } of the { $others } other { $like ->
    [type] units of the type { $unit_type }
   *[leaves] units with none below them
  } are not empty.
help = Say who is in the unit, or what it is responsible for. If it is closed, put it under `ended`.
became-empty = { $unit } becomes empty. Today it has { $posts_before ->
    [one] 1 post
   *[other] { $posts_before } posts
  }, { $units_before ->
    [one] 1 unit
   *[other] { $units_before } units
  } below it and responsibility for { $functions_before ->
    [one] 1 function
   *[other] { $functions_before } functions
  }.
help-became-empty = Close the unit in the proposal, or say what stays in it.
head-alone = { $unit } still has a head, { $head }, but nobody to lead. Today there { $posts_before ->
    [one] is 1 post
   *[other] are { $posts_before } posts
  }.
help-head-alone = Decide what becomes of the head and the unit, or say who stays in it.
label = nothing and nobody is here
label-head = only the head is left here
label-base = as it is today

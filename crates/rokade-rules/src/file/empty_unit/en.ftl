title = Empty units
message = { $unit } is empty: there are no units below it, no staff in it and no functions it is responsible for. { $holding ->
    [some] { $others_holding } of the { $others } others
   *[all] { $others ->
        [one] The other one
       *[other] The { $others } others
      }
  } { $like ->
    [type] of the type { $unit_type }
   *[leaves] with no units below them
  } { $others ->
    [one] is
   *[other] are
  } not empty.
help = Say who is in the unit, or what it is responsible for. If it is closed, put it under `ended`.
became-empty = { $unit } becomes empty.{ $had_posts ->
    [yes] {" "}Today there { $posts_before ->
        [one] is 1 post
       *[other] are { $posts_before } posts
      } in it.
   *[no] {""}
  }{ $units_before ->
    [0] {""}
    [one] {" "}Today there is 1 unit below it.
   *[other] {" "}Today there are { $units_before } units below it.
  }{ $functions_before ->
    [0] {""}
    [one] {" "}Today it is responsible for 1 function.
   *[other] {" "}Today it is responsible for { $functions_before } functions.
  }
help-became-empty = Close the unit in the proposal, or say what stays in it.
head-alone = { $unit } still has a head ({ $head }), but nobody to lead. Today there { $posts_before ->
    [one] is 1 post to lead
   *[other] are { $posts_before } posts to lead
  }.
help-head-alone = Decide what becomes of the head and the unit, or say who stays in it.
label = neither staff nor functions here
label-head = only the head is left here
label-base = as it is today

title = Units where nobody leads
message = Nobody heads { $units }{ $heads_count ->
    [0] {""}
    [one] , headed today by { $heads }
   *[other] , headed today by { $heads }
  }.{ $unfilled_count ->
    [0] {""}
    [one] {" "}Nobody is in the post { $unfilled }.
   *[other] {" "}Nobody is in the posts { $unfilled }.
  }{ $waits ->
    [nobody] {""}
   *[somebody] {" "}{ $posts ->
        [one] 1 post waits
       *[other] { $posts_start } posts wait
      } for a head{ $waiting_count ->
        [one] {""}
       *[other] : { $waiting }
      }.
  }
help = Say who leads from the first day (`head`), also for the time until the post is filled, or that the unit has no head by design (`head: none`).
help-alone = Say who leads until the post is filled, or that the unit has no head by design (`head: none`).
label = no head here
label-unfilled = nobody is in this post
label-base = heads it today

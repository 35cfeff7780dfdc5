title = Units that are not independent
message = { $unit } must be independent of { $above }, and stands under { $above_count ->
    [one] it
   *[other] them
  }{ $through_count ->
    [0] {""}
   *[other] , by way of { $through }
  }{ $posts ->
    [0] .
    [one] . 1 post is in it.
   *[other] . { $posts_start } posts are in it.
  }
help = Place the unit under another (`parent`), so that the one it oversees does not lead it; or take out `independent_of` if it no longer needs to be independent.
label = must be independent of { $above }
label-parent = stands here

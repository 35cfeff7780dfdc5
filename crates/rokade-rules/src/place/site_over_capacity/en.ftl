title = Sites with too few workplaces
message = { $site } { $certainty ->
    [possible] may have too few workplaces: { $capacity } for { $posts } posts
   *[certain] has too few workplaces: { $capacity } for { $posts } posts, { $over } too few
  }. Based there: { $staff }.
help = Place some of the posts elsewhere or make room for them. Where workplaces are shared, state in `capacity` how many posts there is room for.
label = room for { $capacity }
label-staff = { $count ->
    [one] 1 post
   *[other] { $count_start } posts
  } based here
not-judged = Whether there is room for everybody at { $sites } could not be judged: the number of posts is not known. State the `count` of every group.

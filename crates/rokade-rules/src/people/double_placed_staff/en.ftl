title = Staff placed twice
message = { $staff } { $staff_count ->
    [one] is
   *[other] are together
  } { $there_are ->
    [one] 1 post
   *[other] { $there_are } posts
  } today, but the proposal divides { $staff_count ->
    [one] it
   *[other] them
  } into { $listed_posts }: { $listed }. That is { $over } too many.
help = Put the numbers right, so that each post is counted in one group. New posts are a group of their own without `previously`.
label-revision = { $here } here
label-base = { $here } today

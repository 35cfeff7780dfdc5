title = Staff who report to nobody
message = { $posts ->
    [one] 1 post is to report
   *[other] { $posts_start } posts are to report
  } to { $superior }, { $why ->
    [ended] a post that has ended
   *[unfilled] a post that nobody is in
  }: { $staff }.
help = Say whom they report to (`reports_to`), also for the time until the post is filled; without it, they report to the head of their unit.
label = { $why ->
    [ended] a post that has ended
   *[unfilled] a post that nobody is in
  }
label-unfilled = nobody is in this post

title = Staff led from another site
message = { $posts ->
    [one] 1 post
   *[other] { $posts } posts
  } at { $site } { $posts ->
    [one] has
   *[other] have
  } { $line ->
    [both] both head and professional lead
    [head] their head
   *[professional-lead] their professional lead
  } at { $leader_site }, in { $leader }: { $staff }.
help = Decide who leads these staff from day to day and who gives them professional support where they sit, or seat them with their leader.
label = based at { $site }
label-leader = based at { $leader_site }

title = Staff led from another site
message = At { $site }, { $posts ->
    [one] 1 post has
   *[other] { $posts } posts have
  } { $line ->
    [both] both head and professional lead
    [either] a head or a professional lead
    [head] the head
   *[professional-lead] the professional lead
  } at { $leader_site } ({ $leader }): { $staff }.
help = Decide who leads these staff from day to day and who gives them professional support where they sit, or seat them with their head.
label = based at { $site }
label-leader = based at { $leader_site }

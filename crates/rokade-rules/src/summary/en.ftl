### Summaries. Values: counts and quantities; `posts` may be a range in text.

incomplete = Not everything could be read, so this is not the whole picture: { $errors ->
    [one] 1 error
   *[other] { $errors } errors
  } so far.
strangers = The two charts do not line up, so much could not be judged: see whether these are the right files.
check-clean = Nothing found: the chart is sound as far as it says.
check-found = { $errors ->
    [0] No errors
    [one] 1 error
   *[other] { $errors } errors
  }, { $warnings ->
    [0] no warnings
    [one] 1 warning
   *[other] { $warnings } warnings
  }, { $notes ->
    [0] no notes
    [one] 1 note
   *[other] { $notes } notes
  }.
nothing-changes = The two charts say the same: nothing changes.
what-changes = What changes: { $closed ->
    [0] no unit closes
    [one] 1 unit closes
   *[other] { $closed } units close
  }, { $joined ->
    [0] none is merged or split
    [one] 1 is merged or split
   *[other] { $joined } are merged or split
  } and { $moved ->
    [0] none moves
    [one] 1 moves
   *[other] { $moved } move
  }; { $posts ->
    [0] none
   *[other] { $posts }
  } of { $all_posts ->
    [one] 1 post
   *[other] { $all_posts } posts
  } and { $functions ->
    [0] none
   *[other] { $functions }
  } of { $all_functions ->
    [one] 1 function
   *[other] { $all_functions } functions
  } go elsewhere.
hangs-nothing = Left hanging: nothing.
hangs-functions = Left hanging: nobody is responsible for { $functions }.
hangs-posts = Left hanging: { $posts ->
    [one] 1 post that has no place
   *[other] { $posts } posts that have no place
  }.
hangs-both = Left hanging: nobody is responsible for { $functions }, and { $posts ->
    [one] 1 post has no place
   *[other] { $posts } posts have no place
  }.
weigh-nothing = To weigh: no warnings.
weigh = To weigh: { $warnings ->
    [one] 1 warning
   *[other] { $warnings } warnings
  } ({ $titles }).
allow-undated = An `allow` ends on a day, but nothing says what day it is: add `as_of` to the chart or give `--on`.
balance-functions = { $all ->
    [one] 1 function
   *[other] { $all } functions
  }: { $stayed } stayed{ $moved ->
    [0] {""}
   *[other] , { $moved } moved
  }{ $split ->
    [0] {""}
   *[other] , { $split } split
  }{ $absorbed ->
    [0] {""}
   *[other] , { $absorbed } absorbed
  }{ $ended ->
    [0] {""}
   *[other] , { $ended } ended
  }{ $unassigned ->
    [0] {""}
   *[other] , { $unassigned } unassigned
  }{ $absent ->
    [0] {""}
   *[other] , { $absent } absent
  }.
balance-posts = { $all ->
    [one] 1 post
   *[other] { $all_start } posts
  }: { $stayed } stayed{ $moved ->
    [0] {""}
   *[other] , { $moved } moved
  }{ $ended ->
    [0] {""}
   *[other] , { $ended } ended
  }{ $unplaced ->
    [0] {""}
   *[other] , { $unplaced } unplaced
  }.
line-unit-closed = Closed: { $things }.
line-unit-merged = Merged with others: { $things }.
line-unit-split = Split: { $things }.
line-unit-renamed = With a new name or id: { $things }.
line-unit-founded = New units: { $things }.
line-function-founded = New functions: { $things }.
line-site-closed = Sites no longer there: { $things }.
line-site-opened = New sites: { $things }.

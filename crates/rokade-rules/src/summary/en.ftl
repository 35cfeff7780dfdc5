### Summaries. Values: counts and quantities; `posts` may be a range in text.

incomplete = Not everything could be read, so this is not the whole picture: { $errors ->
    [one] 1 error
   *[other] { $errors } errors
  } so far.
strangers = The two charts do not line up, so much could not be judged: see whether these are the right files.
check-clean = Nothing found: all is in order, as far as the files say.
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
unit-closed = { $units ->
    [one] 1 unit closes
   *[other] { $units } units close
  }
unit-joined = { $units ->
    [one] 1 unit is
   *[other] { $units } units are
  } merged or split
unit-moved = { $units ->
    [one] 1 unit moves
   *[other] { $units } units move
  }
unit-founded = { $units ->
    [one] 1 unit is new
   *[other] { $units } units are new
  }
what-changes = What changes: { $units_count ->
    [0] no unit closes, moves, is merged, split or new
   *[other] { $units }
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
hangs = Left hanging: { $things }.
hangs-functions = nobody is responsible for { $functions }
hangs-posts = { $posts ->
    [one] 1 post has no place
   *[other] { $posts } posts have no place
  }
weigh-nothing = To weigh: no warnings.
weigh = To weigh: { $warnings ->
    [one] 1 warning
   *[other] { $warnings } warnings
  } ({ $titles }).
allow-undated = An `allow` ends on a date, but nothing says what day it is: add `as_of` to the chart or give `--on`.
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
# Lines on units: { $things } are names, mostly with a remark in brackets from `note-*` below.
line-unit-closed = Closed: { $things }.
line-unit-merged = Merged with others: { $things }.
line-unit-split = Split: { $things }.
line-unit-renamed = Renamed: { $things }.
line-unit-founded = New units: { $things }.
line-function-divided = Divided into several functions: { $things }.
line-function-absorbed = Absorbed into other functions: { $things }.
line-site-renamed = Sites with a new name: { $things }.
line-staff-renamed = Posts with a new title: { $things }.
line-function-renamed = Functions with a new name: { $things }.
line-target-group-renamed = Target groups with a new name: { $things }.
line-respelt = Only spelt otherwise: { $things }.
line-new-ids = New ids: { $kinds }{ $declared ->
    [0] { $ways_count ->
        [0] {""}
       *[other] {" "}(recognised by { $ways })
      }
   *[other] { $ways_count ->
        [0] {" "}(stated in the chart)
       *[other] {" "}(stated in the chart or recognised by { $ways })
      }
  }.
way-affix = id
way-identifiers = numbers
way-name = name
way-purpose = purpose
way-contents = contents
count-site = { $n ->
    [one] 1 site
   *[other] { $n } sites
  }
count-unit = { $n ->
    [one] 1 unit
   *[other] { $n } units
  }
count-staff = { $n ->
    [one] 1 staff group
   *[other] { $n } staff groups
  }
count-function = { $n ->
    [one] 1 function
   *[other] { $n } functions
  }
count-target-group = { $n ->
    [one] 1 target group
   *[other] { $n } target groups
  }
part = { $n } of { $of } { $of ->
    [one] { $kind ->
        [functions] function
        [posts] post
       *[units] unit
      }
   *[other] { $kind ->
        [functions] functions
        [posts] posts
       *[units] units
      }
  }
note-follow = { $part } follow
note-nowhere = { $part } go with it
note-to = { $part } to { $unit }
note-also-to = { $n } to { $unit }
note-more-to = { $n } to { $unit }
note-from = { $part } came from { $unit }
note-more-from = { $n } from { $unit }
note-affix = recognised by its id
note-identifiers = { $shared } of { $of } { $of ->
    [one] number
   *[other] numbers
  } the same
note-name = recognised by its name
note-purpose = the same purpose
line-function-founded = New functions: { $things }.
line-site-closed = Sites no longer there: { $things }.
line-site-opened = New sites: { $things }.

# At the event of the proposal that causes a finding.
caused-by = { $action ->
    [establish] { $causes ->
        [one] founding it is the cause
       *[other] founding it is one of the causes
    }
    [move] { $causes ->
        [one] this move is the cause
       *[other] this move is one of the causes
    }
    [relocate] { $causes ->
        [one] this relocation is the cause
       *[other] this relocation is one of the causes
    }
    [assign] { $causes ->
        [one] this assignment is the cause
       *[other] this assignment is one of the causes
    }
    [merge] { $causes ->
        [one] this merger is the cause
       *[other] this merger is one of the causes
    }
    [split] { $causes ->
        [one] this split is the cause
       *[other] this split is one of the causes
    }
    [rename] { $causes ->
        [one] this renaming is the cause
       *[other] this renaming is one of the causes
    }
    [appoint] { $causes ->
        [one] this appointment is the cause
       *[other] this appointment is one of the causes
    }
    [recruit] { $causes ->
        [one] this recruitment is the cause
       *[other] this recruitment is one of the causes
    }
    [reduce] { $causes ->
        [one] this reduction is the cause
       *[other] this reduction is one of the causes
    }
    [discontinue] { $causes ->
        [one] discontinuing it is the cause
       *[other] discontinuing it is one of the causes
    }
    [close] { $causes ->
        [one] this closure is the cause
       *[other] this closure is one of the causes
    }
   *[other] { $causes ->
        [one] this is the cause
       *[other] this is one of the causes
    }
}

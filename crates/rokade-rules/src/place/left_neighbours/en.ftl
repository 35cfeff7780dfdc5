title = Neighbours left behind
message = { $moved_are ->
    [each] { $moved }
   *[other] { $movers }
  }{ $moved_are ->
    [stated] {" "}({ $moved_posts ->
        [one] 1 post
       *[other] { $moved_posts } posts
      })
   *[other] {""}
  } { $movers_count ->
    [one] moves
   *[other] move
  } from { $from } to { $to }{ $distance ->
    [known] , { $minutes ->
        [one] 1 minute
       *[other] { $minutes } minutes
      } away
   *[unknown] {""}
  }. Still at { $from }: { $stay_count ->
    [0] { $stay_uncounted }
   *[other] { $stay }{ $stay_uncounted_count ->
        [0] {""}
       *[other] {" "}and { $stay_uncounted }
      }
  }.{ $partners_count ->
    [0] {""}
   *[other] {" "}They work together { $daily ->
        [yes] daily{" "}
       *[no] {""}
      }with { $partners }.
  }
help = Agree on fixed days at the old site or fixed meetings, and say whom to call; or let those who work together daily move together.
label-now = sits elsewhere from then on
label-before = sits with them today
label-interface = they work together

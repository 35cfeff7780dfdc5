title = Colleagues who lose both site and common head
message = { $parties }{ $strength ->
    [daily] {" "}work together daily and
    [weekly] {" "}work together weekly and
    [monthly] {" "}work together monthly and
   *[not-stated] {""}
  } { $certainty ->
    [possible] may lose
   *[certain] lose
  } both their site and their nearest common head{ $groups_count ->
    [0] {""}
   *[other] {" "}for { $groups }
  }. { $way ->
    [count] The posts that shared a site are no longer there
   *[other] { $moved }{ $way ->
        [posts] {" "}({ $moved_posts ->
            [one] 1 post
           *[other] { $moved_posts } posts
          })
       *[other] {""}
      } { $moved_count ->
        [one] moves
       *[other] move
      } from { $from } to { $to }{ $distance ->
        [known] , { $minutes ->
            [one] 1 minute
           *[other] { $minutes } minutes
          } away
       *[unknown] {""}
      }
  }. Today their common head is { $head_before_count ->
    [0] the vacant head of { $unit_before }
   *[other] { $head_before } ({ $unit_before })
  }; then { $unit_now_count ->
    [0] they have none
   *[other] it is { $head_now_count ->
        [0] the vacant head of { $unit_now }
       *[other] { $head_now } ({ $unit_now })
      }, { $levels_now } levels above, against { $levels_before } today
  }.{ $stated ->
    [base] {" "}The proposal no longer says that they must sit together.
   *[other] {""}
  }
help = Keep one of the two: let them sit together, or under one head. Else name one who answers for the cooperation, and agree when they meet.
label-stated = must sit together
label-because = must sit together: { $because }
label-interface = they work together
label-now = now at { $at }
label-before = today at { $at }
label-head-now = the nearest common head from then on
label-head = the nearest common head today

title = Co-locations that break
message = { $parties } { $certainty ->
    [possible] may no longer share
   *[certain] no longer share
  } a site{ $groups_count ->
    [0] {""}
   *[other] {" "}for { $groups }
  }: { $way ->
    [count] the posts that did are no longer there
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
  }.{ $seats ->
    [stated] {" "}Posts at each site: { $sites }.
   *[not-stated] {""}
  }{ $stated ->
    [base] {" "}The proposal no longer says that they must sit together.
   *[other] {""}
  }
alone = { $parties } must sit together{ $groups_count ->
    [0] {""}
   *[other] {" "}for { $groups }
  } but share no site: { $places }.
help = Find a site with room for all of them, or decide how they are to work together at a distance, and give the reason as an `allow` on the co-location.
help-alone = Seat them at one site, or end the co-location if it no longer matters.
label-stated = must sit together
label-because = must sit together: { $because }
label-now = now at { $at }
label-before = today at { $at }
label-member = at { $at }
not-judged = Whether { $count ->
    [one] 1 co-location holds
   *[other] { $count } co-locations hold
  } could not be judged: nothing says where { $unknown } { $unknown_count ->
    [one] is
   *[other] are
  } found. State who performs the functions (`performs`), for whom (`for`) and where they sit (`site`).

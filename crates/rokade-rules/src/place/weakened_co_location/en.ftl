title = Co-locations that weaken
message = { $parties } { $certainty ->
    [possible] may sit
   *[certain] sit
  } less together than before{ $groups_count ->
    [0] {""}
   *[other] {" "}for { $groups }
  }: { $together } of { $all } posts share a site, against { $together_before } of { $all_before } today.{ $way ->
    [count] {""}
    [also] {" "}{ $moved } ({ $moved_posts ->
        [one] 1 post
       *[other] { $moved_posts } posts
      }) can then sit at { $to } as well.
   *[other] {" "}{ $moved }{ $way ->
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
      }.
  }{ $stated ->
    [base] {" "}The proposal no longer says that they must sit together.
   *[other] {""}
  }
help = Let more of them stay, or say whether those who stay can meet every enquiry and how the rest are reached.
label-stated = must sit together
label-because = must sit together: { $because }
label-now = now at { $at }
label-also = can also sit at { $at }
label-before = today at { $at }

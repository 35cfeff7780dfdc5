title = Bodies that are not heard
message = { $body } speaks for { $units }, { $affected ->
    [posts] where something happens to { $posts ->
        [one] 1 post
       *[other] { $posts } posts
      }
   *[units] which the change affects
  }, but { $certainty ->
    [certain] is neither heard nor part of a discussion
   *[possible] is perhaps neither heard nor part of a discussion
  } before the decision{ $decision ->
    [known] {" "}({ $decided })
   *[unknown] {""}
  }.
help = Let the body be heard before the decision: a step of the kind `hearing` or `discussion` with it, early enough for the answer to count.
label = speaks for these units
label-late = a discussion on the day of the decision or after it
label-decision = the decision is made { $decided }
not-judged = Whether { $bodies } { $bodies_count ->
    [one] is
   *[other] are
  } heard cannot be judged: say in the proposal how it is heard and decided (`process`).

title = Decisions further from the citizen
message = Decisions on { $functions } are taken further from those who meet the citizen: { $levels ->
    [one] 1 level
   *[other] { $levels } levels
  } up, by { $decided_by ->
    [performers] those who do the work
    [head] the head of { $decides }
   *[post] { $decides }
  }. Today they are taken { $levels_before ->
    [0] by themselves
    [one] 1 level up, by { decided-today }
   *[other] { $levels_before } levels up, by { decided-today }
  }.{ $staff_count ->
    [0] {""}
   *[other] {" "}It concerns { $posts ->
        [one] 1 post
       *[other] { $posts } posts
      }: { $staff }.
  }
decided-today = { $was_decided_by ->
    [performers] those who do the work
    [head] { $decided_count ->
        [one] the head
       *[other] the heads
      } of { $decided }
   *[post] { $decided }
  }
help = Let those who meet the citizen decide what they can (`decided_by: performers`), or say which cases go up, and how long the citizen waits.
label-revision = { $levels ->
    [one] 1 level
   *[other] { $levels } levels
  } up from then on
label-base = { $levels_before ->
    [0] by themselves
    [one] 1 level up
   *[other] { $levels_before } levels up
  } today

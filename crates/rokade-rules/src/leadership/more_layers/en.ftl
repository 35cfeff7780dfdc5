title = More layers of management
message = { $units } { $units_count ->
    [one] gets
   *[other] get
  } { $more ->
    [one] one more layer
   *[other] { $more } more layers
  } of management above { $units_count ->
    [one] it
   *[other] them
  }{ $layers_count ->
    [0] {""}
   *[other] : { $layers }
  }.{ $posts ->
    [0] {""}
    [one] {" "}1 post is below.
   *[other] {" "}{ $posts_start } posts are below.
  }
help = Say what the new layer decides and what it leaves to the units below; or let the units report directly to the one above.
label-layer = a layer that was not above them
label-revision = { $here ->
    [one] 1 layer
   *[other] { $here } layers
  } above from then on
label-base = { $here ->
    [one] 1 layer
   *[other] { $here } layers
  } above today

title = Common heads further away
message = { $parties } work together{ $strength ->
    [daily] {" "}daily
    [weekly] {" "}weekly
    [monthly] {" "}monthly
   *[not-stated] {""}
  } and { $unit_now_count ->
    [0] no longer have a common head
   *[other] have their nearest common head further up: { $head_now_count ->
        [0] the vacant head of { $unit_now }
       *[other] { $head_now } ({ $unit_now })
      }, { $levels_now } levels above
  }. Today it is { $head_before_count ->
    [0] the vacant head of { $unit_before }
   *[other] { $head_before } ({ $unit_before })
  }, { $levels_before ->
    [one] 1 level above
   *[other] { $levels_before } levels above
  }.
help = Say who settles it when they disagree: name one who answers for the cooperation, and let the heads on both sides meet regularly.
label-now = the nearest common head from then on
label-interface = they work together
label-base = the nearest common head today

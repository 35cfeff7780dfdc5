title = Hearings that are too short
message = { $certainty ->
    [certain] { $hearings_count ->
        [one] A hearing lasts
       *[other] { $hearings_count } hearings last
      } only { $days ->
        [one] 1 day
       *[other] { $days } days
      }
   *[possible] { $hearings_count ->
        [one] A hearing lasts
       *[other] { $hearings_count } hearings last
      } perhaps less than { $limit } days ({ $days })
  }: { $hearings }, from { $from } to { $to }. { $certainty ->
    [certain] There should be at least { $limit }.
   *[possible] How long depends on the days that are not stated.
  }
help = Let it run longer, so that those who are heard can meet and answer; or set `hearing.min_days` where another length has been agreed.
label = { $days ->
    [one] 1 day
   *[other] { $days } days
  }

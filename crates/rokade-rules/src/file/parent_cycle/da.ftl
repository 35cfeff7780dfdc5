title = Enheder, der står under hinanden i ring
message = { $units_count ->
    [one] { $units } står under sig selv.
   *[other] { $units } står under hinanden i ring: Hver af dem har den næste over sig, og den sidste har den første.
  }
help = Ret `parent` på en af dem, så den står under den enhed, den hører til, eller slet `parent`, hvis den står øverst.
label = har denne over sig

### A comparison of proposals. `$proposal`, `$first`, `$second` and `$by` are the letters of proposals; numbers may be ranges as text.

today = Today
unknown = not known
at-least = at least
at-most = at most
to = to
unchanged = unchanged
none-stated = no change stated

overview = { $n } proposals are compared with “{ $base }”: { $differs ->
    [0] they are alike in all { $rows } numbers that can be worked out.
   *[other] they differ in { $differs } of the { $rows } numbers that can be worked out.
  }
overview-one = One proposal is compared with “{ $base }”: { $changes ->
    [0] nothing changes in the { $rows } numbers that can be worked out.
   *[other] it changes { $changes } of the { $rows } numbers that can be worked out.
  }
incomplete = Not all could be read, so this is not the whole picture.
best = { $parts }; what weighs most, the numbers do not say.
best-first = Proposal { $proposal } is best in { $n } { $n ->
    [one] number
   *[other] numbers
  }
best-next = proposal { $proposal } in { $n }
none-best = In none of the numbers can a proposal be said to be best.
hangs = Something is left hanging in { $parts }.
hangs-in = proposal { $proposal } ({ $n ->
    [one] 1 error
   *[other] { $n } errors
  })
hangs-nowhere = { $n ->
    [one] The proposal leaves nothing hanging.
   *[other] No proposal leaves anything hanging.
  }

dominated = Proposal { $by } is better than proposal { $proposal } in { $n } { $n ->
    [one] number
   *[other] numbers
  } and worse in none.

apart = Proposal { $first } is better than proposal { $second } on { $in_first }; proposal { $second } is better on { $in_second }; the rest is alike or cannot be told apart.
apart-first = Proposal { $first } is better than proposal { $second } on { $in_first }; the rest is alike or cannot be told apart.
apart-second = Proposal { $second } is better than proposal { $first } on { $in_second }; the rest is alike or cannot be told apart.
apart-open = No number shows whether proposal { $first } or proposal { $second } is better: they are alike or cannot be told apart.
apart-alike = Proposal { $first } and proposal { $second } are alike in all numbers.
apart-in = { $label } ({ $one } against { $other })
apart-more = +{ $n }
apart-all = { $parts }

base-not-read = What they are compared with could not be read to its end, so nothing is worked out: see `rokade check { $source }`.
not-read = Proposal { $proposal } could not be read to its end and is not worked out: see `rokade check { $source }`.
not-followed = In proposal { $proposal } too little could be followed back to today, so not all is worked out: see `rokade diff { $source }`.
silent = “{ $label }” cannot be worked out: { $add }
silent-of = “{ $label }” cannot be worked out for proposal { $of }: { $add }

add-co-locations-broken = add `co_locations`: who must sit together.
add-vacant-heads = add `head` to the units.
add-largest-span = add `head` to the units.
add-handovers = add `pathway` to the target groups: the functions that the citizen meets.
add-cases-with-other-caseworker = add `cases` where somebody is responsible for a function.
add-entrances = add `entrance` to the target groups.
add-posts-over-capacity = add `capacity` to the sites: how many workplaces they have.
add-cost-a-year = add `cost` to the posts.
add-commitments-broken = add `commitments`: what the proposal promises.
add-wishes-unmet = add `wishes` to the staff groups: where they ask to go.

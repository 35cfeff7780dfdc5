### The frame of a comparison of proposals. `$mark` is the letter of a proposal; numbers may be ranges as text.

title = Comparison of proposals
proposals = What is compared
letter = Letter
chart = Title
file = File
found = Found
found-all = { $errors ->
    [one] 1 error
   *[other] { $errors } errors
  }, { $warnings ->
    [one] 1 warning
   *[other] { $warnings } warnings
  }, { $notes ->
    [one] 1 note
   *[other] { $notes } notes
  }
found-unread = could not be read to its end
proposal = Proposal { $mark }
differs = Where the proposals differ
alike-one = Where the proposal changes something
alike = Where the proposals are alike, and something changes
measure = Number
of-all = of { $whole }
changes-only = –
unknown = not known
best = best
worst = worst
better-lower = less is better
better-higher = more is better
better-neither = no way is better
best-way = Best
folded = “{ $label }”: { $n } more that change less{ $flag ->
    [full] {" "}(show all with --full)
   *[other] {""}
  }.
unchanged = Unchanged
unknown-rows = Cannot be worked out
apart = What sets the proposals apart
dominated = Better in all that can be told apart
not-judged = What is still to be known
weighing = Weighted sum
weighing-note = Only because weights were asked for: each number times its weight, added up; what had better be high is subtracted. Lowest is best.
weight = Weight
total = Sum
left-out = without { $names }, which is not known
lowest-certain = lowest
lowest-possible = perhaps lowest
small-groups = Groups of under five posts are told as “under 5” and count as 1–4 in every sum, so that nobody can be recognised; that is why more numbers are ranges.
incomplete = Not all could be read or judged: this is not the whole picture.
made-by = Made with Rokade { $version }.

# The spreadsheet
sheet-rows = Comparison
sheet-about = About
column-measure = Number
column-of = Of
column-better = Best when
column-kind = Shows
column-base = Today
column-base-min = Today, least
column-base-max = Today, most
column-whole = Of all
column-value = { $mark }
column-min = { $mark }, least
column-max = { $mark }, most
column-difference = { $mark }, difference from today
column-standing = { $mark }, standing
kind-differs = different
kind-alike = same change
kind-unchanged = unchanged
kind-unknown = not known
lower = lower
higher = higher
neither = –

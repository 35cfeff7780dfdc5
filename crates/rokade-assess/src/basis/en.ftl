### What the proposal builds on, and what nobody knows yet. `names` are names, `limit` is a number.

goal = goal
principle = principle
law = law
precedent = earlier decision
figure = figure
risk = risk
premise = premise
commitment = commitment
allowance = allowance
limit = limit
estimate = estimate

with-source = { $text } (source: { $source })
allowed = { $reasoned ->
    [yes] { $title } is allowed{ $ends ->
        [yes] {" "}until { $until }
       *[no] {""}
      }: { $because }
   *[no] { $title } is allowed{ $ends ->
        [yes] {" "}until { $until }
       *[no] {""}
      }, and it is not stated why.
  }
limit-span = A head should have at most { $limit ->
    [one] 1 post
   *[other] { $limit } posts
  } directly below. Where a head has more, it is a finding.
limit-hearing = A hearing should last at least { $limit ->
    [one] 1 day
   *[other] { $limit } days
  }. Where it is shorter, it is a finding.
estimates = Numbers of posts with “ca.” are estimates, and so are sums of them. Today that is { $before } of { $all_before } { $all_before ->
    [one] staff group
   *[other] staff groups
  }, in the proposal { $now } of { $all_now }.

open = Not decided yet: { $decisions }.
undecided-units = It is not settled where in the organisation { $names } is to be.
undecided-posts = It is not settled which unit these posts belong to: { $names }.
undecided-responsibilities = It is not settled who becomes responsible for { $names }.
undecided-sites = It is not settled which site { $names } gets.
undecided-entrances = It is not settled which unit citizens meet first: { $names }.
heads-not-stated = It is not stated who leads { $names }.
unknown-posts = It is unknown how many posts there are of { $names }.
unknown-citizens = It is unknown how many citizens there are in { $names }.
unknown-enquiries = It is unknown how many enquiries there are about { $names }.
unknown-cases = It is unknown how many cases there are in { $names }.
unknown-decision = The date of the decision is unknown.
unknown-effective = The date on which the change takes effect is unknown.
unknown-clarified = The date by which staff are to be told is unknown.
unknown-steps = { $names_count ->
    [one] The date is unknown of the step { $names }.
   *[other] The date is unknown of { $names_count } steps: { $names }.
  }
unknown-until = The date on which { $names_count ->
    [one] the unit { $names } ends
   *[other] these units end
  } is unknown{ $names_count ->
    [one] {""}
   *[other] : { $names }
  }.

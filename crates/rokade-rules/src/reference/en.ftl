### The rule reference: what is known of rules and measures.

family = { $family ->
    [responsibility] Responsibility
    [place] Sites
    [people] Staff
    [leadership] Leadership
    [citizens] Citizens
    [process] Process
    [money] Money and commitments
   *[file] The file itself
  }
severity = { $severity ->
    [error] error
    [warning] warning
   *[note] note
  }
scope = { $scope ->
    [chart] one chart
    [pair] two charts
   *[both] one chart and two
  }
certainty = { $certainty ->
    [certain] certain
    [possible] possible
   *[either] certain or possible
  }

page-family = Family
page-severity = Severity
page-scope = Looks at
page-certainty = Findings
page-fails = Gives findings
page-mark = The findings are at the lines marked `# finding`.
rules-more = `rokade explain RULE` says what a rule asks, why, and how to mend what it finds.

index-title = Rules
index-intro =
    Each rule is one question put to an organisation, or to an organisation and what it is to become. A rule that looks
    at one chart is asked by `rokade check`; by `rokade diff` too, which then says only what is new or worse. A rule that looks at two
    is asked by `rokade diff`. A finding is *certain* when it holds for every value that the charts allow, and *possible* when it
    holds for some. A finding that somebody has taken a stand on is allowed by the rule's name:
    `allow: [{"{"} rule: moved-function, because: Agreed in the main committee {"}"}]`.
index-other = På dansk
index-measures = What a proposal comes to in numbers: [measures](../measures.md).
index-rule = Rule
index-asks = Finds
index-severity = Severity
index-scope = Looks at
index-certainty = Findings

better = { $better ->
    [lower] lower
    [higher] higher
   *[neither] neither
  }
counts = { $counts ->
    [posts] posts
    [citizens] citizens
    [money] money a year
   *[things] number
  }
measured = { $measured ->
    [chart] a chart
   *[pair] a change
  }

measures-title = Measures
measures-intro =
    What an organisation, or a change of it, comes to in numbers. A commitment can promise each by its name, but for
    `commitments_broken`: `at_most: {"{"} citizens_with_more_advisers: 10% {"}"}`, `at_least: {"{"} co_locations_made: 1 {"}"}`. A
    percentage is of all there are in the base.
measures-measure = Measure
measures-name = Name
measures-counts = Counts
measures-of = Of
measures-better = Better

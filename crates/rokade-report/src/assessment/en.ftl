### The frame of an impact assessment. `$mark` is the letter of a proposal, `$number` the number of a finding.

kicker = Impact assessment
title-one = Impact assessment: { $proposal }
title-all = Impact assessment of { $n } proposals
heading-all = { $n } proposals side by side
skip = Skip to the contents
contents = Contents
page-of = Page
conclusion = Conclusion
proposal = Proposal { $mark }: { $title }
of-proposal = Proposal { $mark } · { $heading }
today = Today
after = After the proposal
incomplete-head = The assessment is not complete
incomplete-faults = { $n ->
    [one] The files of “{ $title }” have 1 error that leaves it uncertain.
   *[other] The files of “{ $title }” have { $n } errors that leave it uncertain.
  }
incomplete-do = Whoever wrote the files can see with `rokade check` what the errors are, mend them and make the assessment again.
incomplete-missing = What is missing to judge the rest is told under “{ $section }”.
concerned = { $n ->
    [0] No unit changes.
    [one] It concerns 1 unit:
   *[other] It concerns { $n } units:
  }
concerned-more = and { $n } more

drawing = { $when }: { $title }
diagrams = The organisation before and after
as-table = The chart as a table
column-unit = Unit
column-parent = Belongs to
column-head = Leadership
column-posts = Posts
column-sites = Sites
column-below = Not drawn
column-marks = Change
charts-in-sheet = { $n ->
    [one] 1 unit is not here; all units are in the spreadsheet, on the sheet “{ $sheet }”.
   *[other] { $n } units are not here; all units are in the spreadsheet, on the sheet “{ $sheet }”.
  }
external = part of another organisation
together = Who sits together
together-table = Co-locations today and after the proposal
column-together = Co-location
column-what = What happens
together-some = Drawn are { $n } of them: first those that the proposal changes, or that do not hold.
together-in-sheet = { $n ->
    [one] 1 co-location is not here; all are in the spreadsheet, on the sheet “{ $sheet }”.
   *[other] { $n } co-locations are not here; all are in the spreadsheet, on the sheet “{ $sheet }”.
  }
nowhere = no site
balance-lead = All that there is today must be somewhere afterwards.

units = What happens to us?
units-lead = Each unit that changes has a section of its own here.
units-lead-some = The { $n } units that change most have a section of their own here.
units-none = No unit changes.
units-rest = The other units
units-rest-note = The other units are told in short here; all findings and moves are in the spreadsheet.
units-in-sheet = { $n ->
    [one] 1 more unit changes; all are in the spreadsheet, on the sheet “{ $sheet }”.
   *[other] { $n } more units change; all are in the spreadsheet, on the sheet “{ $sheet }”.
  }
column-short = What matters most
facts-of = { $unit }: today and after the proposal
column-fact = What
changes = changes
not-before = not there today
not-after = no longer there
unit-staff = Posts
staff-of = { $unit }: posts
column-title = Post
column-count = Number
column-ways = Where, and with whom
way-unit = Unit:
way-site = Site:
way-head = Head:
from-to = from { $from } to { $to }
new-title = from then on { $title }
from-only = from { $from }
to-only = to { $to }
unit-functions = Functions
unit-findings = Findings about the unit
unit-heard = Who is heard
unit-points = Said in the hearing
point = { $who }, point { $number }
point-open = Not answered.
point-answer = Answer: { $answer }
more-here = and { $n } more
more-findings = { $n ->
    [one] and 1 finding more under “{ $section }”
   *[other] and { $n } findings more under “{ $section }”
  }
more-in-sheet = { $n ->
    [one] and 1 more, which is in the spreadsheet
   *[other] and { $n } more, which are in the spreadsheet
  }

questions = What the MED committee discusses
questions-lead = Under each question stands what the charts say, and what the committee can ask for.
missing = The committee can ask for this:
no-answer = The charts say nothing of it.

hearing = Hearing

findings = Findings
findings-none = There are no findings.
legend-error = Something or somebody is left hanging.
legend-warning = A consequence to weigh.
legend-note = A change worth knowing.
legend-possible = A possible finding depends on something that the charts do not say exactly.
error = Error
warning = Warning
note = Note
possible-error = Possible error
possible-warning = Possible warning
possible-note = Possible note
finding-number = Finding { $number }
reason = Reason:
members = Concerns:
help = What can be done:
place = { $file }, { $lines_count ->
    [one] line
   *[other] lines
  } { $lines }
allowed = Allowed:
more-of-rule = { $n ->
    [one] And 1 finding more of the kind “{ $title }”, which is in the spreadsheet.
   *[other] And { $n } findings more of the kind “{ $title }”, which are in the spreadsheet.
  }
findings-by-part = Findings in each part of the organisation
findings-by-part-note = A finding can be about several parts. Of each kind of finding the first are told below; the rest are counted here and are in the spreadsheet.
column-part = Part of the organisation
column-error = Errors
column-warning = Warnings
column-note = Notes
no-part = not about particular units
withheld = Findings without numbers
withheld-lead = The numbers of these findings would give away groups of under five posts. So only what they are about is told here.
withheld-one = { $n ->
    [one] { $title } (1 finding)
   *[other] { $title } ({ $n } findings)
  }
filter = Choose findings
filter-unit = Unit
all-units = All units
filter-severity = Severity
filter-shown = Showing { $n } of { $all } findings.
filter-all = Show all findings

measures = Key figures
assumptions = What the proposal builds on
column-assumption-kind = Kind
column-assumption = Premise
column-about = About
unknowns = What we do not know
small-groups = Groups of under five posts are told as “under 5” and count as 1–4 in every sum, so that nobody can be recognised; so more numbers are ranges, and more findings only possible.
limits = The assessment tells what follows from what is written in the charts. It does not tell what should be decided.
made-by = Made with Rokade { $version }.

# The spreadsheet
sheet-findings = Findings
sheet-changes = Changes
sheet-measures = Key figures
sheet-staff = Staff
sheet-units-changed = Units that change
sheet-charts = Units before and after
sheet-together = Co-locations
sheet-about = About
sheet-proposal = Proposal
sheet-number = Number
sheet-severity = Severity
sheet-certainty = How certain
sheet-topic = Topic
sheet-title = About
sheet-message = Finding
sheet-reason = Reason
sheet-help = What can be done
sheet-members = Concerns
sheet-units = Units
sheet-posts-min = Posts, least
sheet-posts-max = Posts, most
sheet-citizens-min = Citizens, least
sheet-citizens-max = Citizens, most
sheet-place = Stands in
sheet-allowed = Allowed
sheet-what = What
sheet-kind = Change
sheet-from = From
sheet-to = To
sheet-post-title = Post
sheet-new-title = New title
sheet-fate = What happens
sheet-from-unit = From unit
sheet-to-unit = To unit
sheet-from-site = From site
sheet-to-site = To site
sheet-from-head = From head
sheet-to-head = To head
sheet-sentences = What happens in short
sheet-numbers = Numbers of findings
sheet-when = When
sheet-level = Kind
sheet-because = Why
sheet-member = Who or what
certain = certain
possible = possible
withheld-row = { $n ->
    [one] 1 finding without a number: the number would give away a group of under five posts.
   *[other] { $n } findings without numbers: the numbers would give away groups of under five posts.
  }
about-sheets = These sheets are tables with filters: { $sheets }.
cut-rows = { $n ->
    [one] 1 row is left out, since a spreadsheet cannot hold more.
   *[other] { $n } rows are left out, since a spreadsheet cannot hold more.
  }
cut-cells = { $n ->
    [one] 1 cell is shortened and ends in “…”, since a cell cannot hold more.
   *[other] { $n } cells are shortened and end in “…”, since a cell cannot hold more.
  }

### What a co-determination committee discusses. Numbers may be ranges in text; `names` are names.

question-what = What changes?
question-consequences = Which consequences does it have?
question-whom = For whom?
question-announced = How and by whom is it announced?
question-followed-up = How is the process followed up?
question-environment = What belongs in the assessment of the working environment?
question-horizon = What is the time horizon?

## What changes

goal = Goal: { $goal }.
goal-missing = It is not stated what the goal of the change is.
not-followed = The two charts line up too badly to say what becomes of what.
nothing-changes = Nothing changes.
units-closed = { $names_count ->
    [one] 1 unit closes
   *[other] { $names_count } units close
  }: { $names }.
units-merged = { $names_count ->
    [one] 1 unit is merged with others
   *[other] { $names_count } units are merged with others
  }: { $names }.
units-split = { $names_count ->
    [one] 1 unit is split
   *[other] { $names_count } units are split
  }: { $names }.
units-founded = { $names_count ->
    [one] 1 new unit is founded
   *[other] { $names_count } new units are founded
  }: { $names }.
units-moved = { $names_count ->
    [one] 1 unit will stand under another
   *[other] { $names_count } units will stand under another
  }: { $names }.
units-relocated = { $names_count ->
    [one] 1 unit goes to another site
   *[other] { $names_count } units go to another site
  }: { $names }.
units-headed = { $names_count ->
    [one] 1 unit gets another head or loses its head
   *[other] { $names_count } units get another head or lose their head
  }: { $names }.
renamed = { $before } (to be { $now })
units-renamed = { $names_count ->
    [one] 1 unit gets a new name
   *[other] { $names_count } units get a new name
  }: { $names }.
functions-renamed = { $names_count ->
    [one] 1 function gets a new name
   *[other] { $names_count } functions get a new name
  }: { $names }.
sites-renamed = { $names_count ->
    [one] 1 site gets a new name
   *[other] { $names_count } sites get a new name
  }: { $names }.
target-groups-renamed = { $names_count ->
    [one] 1 target group gets a new name
   *[other] { $names_count } target groups get a new name
  }: { $names }.
functions-moved = { $names_count ->
    [one] 1 function moves
   *[other] { $names_count } functions move
  }: { $names }.
functions-split = { $names_count ->
    [one] Part of 1 function moves
   *[other] Part of { $names_count } functions moves
  }: { $names }.
functions-absorbed = { $names_count ->
    [one] 1 function becomes part of another
   *[other] { $names_count } functions become part of others
  }: { $names }.
functions-ended = { $names_count ->
    [one] 1 function ends
   *[other] { $names_count } functions end
  }: { $names }.
functions-unassigned = { $names_count ->
    [one] Nobody is responsible for 1 function, wholly or in part
   *[other] Nobody is responsible for { $names_count } functions, wholly or in part
  }: { $names }.
functions-absent = { $names_count ->
    [one] 1 function is no longer named
   *[other] { $names_count } functions are no longer named
  }: { $names }.
functions-founded = { $names_count ->
    [one] There is 1 new function
   *[other] There are { $names_count } new functions
  }: { $names }.
sites-closed = { $names_count ->
    [one] 1 site is no longer used
   *[other] { $names_count } sites are no longer used
  }: { $names }.
sites-opened = { $names_count ->
    [one] There is 1 new site
   *[other] There are { $names_count } new sites
  }: { $names }.

## Consequences

found = { $topic }: { $counts }{ $errors_count ->
    [0] {""}
   *[other] . Errors: { $errors }
  }.
found-nothing = Nothing was found.
found-allowed = { $n ->
    [one] 1 finding is allowed
   *[other] { $n } findings are allowed
  }; why stands with what the proposal builds on.
count-errors = { $n ->
    [one] 1 error
   *[other] { $n } errors
  }
count-warnings = { $n ->
    [one] 1 warning
   *[other] { $n } warnings
  }
count-notes = { $n ->
    [one] 1 note
   *[other] { $n } notes
  }
incomplete = Not everything could be read or judged, so there may be consequences that are not here.
not-judged = { $n ->
    [one] 1 thing could not be judged, because the charts
   *[other] { $n } things could not be judged, because the charts
  } do not say enough. What is wanting stands with what nobody knows yet.
topic-file = The files
topic-units = Units
topic-functions = Functions
topic-places = Sites
topic-citizens = Citizens
topic-people = Staff
topic-leadership = Leadership
topic-process = Process
topic-money = Money and commitments
topic-absent = No longer named
topic-new = New

## For whom

affected-units = { $n ->
    [0] No units are affected.
    [one] 1 unit is affected: { $names }.
   *[other] { $n } units are affected: { $names }.
  }
posts-none = No posts are affected.
posts-unplaced = { $posts ->
    [one] 1 post has
   *[other] { $posts_start } posts have
  } no place in the proposal.
posts-ended = { $posts ->
    [one] 1 post ends.
   *[other] { $posts_start } posts end.
  }
posts-in-other-unit = { $posts ->
    [one] 1 post moves to another unit.
   *[other] { $posts_start } posts move to another unit.
  }
posts-led-anew = { $posts ->
    [one] 1 post gets another head.
   *[other] { $posts_start } posts get another head.
  }
posts-at-other-site = { $posts ->
    [one] 1 post gets another site.
   *[other] { $posts_start } posts get another site.
  }
posts-new = { $posts ->
    [one] There is 1 new post.
   *[other] There are { $posts } new posts.
  }
citizens = { $group }{ $counted ->
    [yes] {" "}({ $citizens ->
        [one] 1 citizen
       *[other] { $citizens } citizens
      })
   *[no] {""}
  }: changes in { $functions }.
citizens-unknown = It is not stated how many citizens there are in { $names_count ->
    [one] the target group { $names }.
   *[other] the target groups { $names }.
  }
citizens-missing = It is not stated which citizens the change concerns: the charts have no target groups.

## Announcement and follow-up

announced-missing = It is not stated how and when the change is announced: the process has no step of information.
announced-by-missing = It is not stated who announces the change.
clarified-by = All staff are to be told their place by: { $date }.
clarified-by-each = Staff are to be told their place by: { $organizations }.
clarified-missing = It is not stated when each member of staff is told their place.
steps-undated = { $names_count ->
    [one] The step { $names } has no date.
   *[other] { $names_count } steps have no date: { $names }.
  }
followed-up-missing = It is not stated how and when there is a follow-up: the process has no step of evaluation.
followed-up-by-missing = It is not stated who follows up: { $names }.

## Working environment

environment-not-assessed = Rokade does not assess the working environment. What follows belongs in the assessment that heads and staff make together.
environment-led-anew = { $posts ->
    [one] 1 post gets another head.
   *[other] { $posts_start } posts get another head.
  }
environment-at-other-site = { $posts ->
    [one] 1 post gets another site.
   *[other] { $posts_start } posts get another site.
  }
environment-unplaced = { $posts ->
    [one] 1 member of staff does not know
   *[other] The staff in { $posts } posts do not know
  } where they are to be.
environment-finding = { $title } ({ $n })
environment-findings = Findings that belong with it (how many in brackets): { $findings }.
environment-risks = { $risks_count ->
    [one] The proposal names a risk: { $risks }.
   *[other] The proposal names { $risks_count } risks: { $risks }.
  }
environment-missing = The proposal itself does not say what the change means for the working environment. The committee can ask for an assessment of it before the decision.

## Time horizon

decision = { $by ->
    [yes] The decision is made by { $body }{ $dated ->
        [yes] {" "}{ $on }
       *[no] {""}
      }.
   *[no] The decision is made { $on }.
  }
decision-missing = It is not stated who makes the decision, or when.
decision-when-missing = It is not stated when the decision is made.
decision-who-missing = It is not stated who makes the decision.
effective = The change takes effect { $on }.
effective-missing = It is not stated when the change takes effect.
unit-until = { $unit } ends: { $date }.
open-by = { $what } is to be settled by: { $date }.
open-undated = { $what_count ->
    [one] It is not stated when this is to be settled: { $what }.
   *[other] It is not stated when these { $what_count } questions are to be settled: { $what }.
  }

title = Citizens who no longer share an entrance
message = { $kind ->
    [apart] { $groups } { $groups_count ->
        [one] has
       *[other] have
      } one entrance today: { $entrance }. Then there are { $entrances_count }: { $entrances }.{ $without_count ->
        [0] {""}
        [one] {" "}{ $without } has none.
       *[other] {" "}{ $without } have none.
      }{ not-decided }
    [without] { $without } { $without_count ->
        [one] has
       *[other] have
      } no entrance then; today it is { $entrance }.{ not-decided }
   *[undecided] { $undecided } may no longer come in by { $entrance }: nobody has decided where they are to go.
  }
help = Let them meet the same unit first (`entrance`). Otherwise tell each group where to go, and agree who helps those who come to the wrong door.
label-now = { $entrance_is ->
    [unit] then first meet { $unit }
    [undecided] not decided where they go
   *[none] no entrance then
  }
label-before = the entrance today
not-judged = Whether { $groups } still share an entrance cannot be judged: say which unit they meet first (`entrance`) in the proposal too.

# A part of the sentence above.
not-decided = { $undecided_count ->
    [0] {""}
   *[other] {" "}Where { $undecided } are to go is not decided.
  }

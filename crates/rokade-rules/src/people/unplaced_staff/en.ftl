title = Staff without a place
message = The proposal { $certainty ->
    [possible] may have no place
   *[certain] has no place
  } for { $posts ->
    [one] 1 post
   *[other] { $posts } posts
  }{ $units_count ->
    [0] {""}
   *[other] {" "}from { $units }{ $cause ->
        [unit-closed] , which closes
        [unit-merged] , which is merged with others
        [unit-split] , which is split
       *[other] {""}
      }
  }.{ $not_named_count ->
    [0] {""}
   *[other] {" "}Not named at all: { $not_named }.
  }{ $undecided_count ->
    [0] {""}
   *[other] {" "}Undecided where they belong: { $undecided }.
  }{ $in_closed_unit_count ->
    [0] {""}
   *[other] {" "}Still placed in a unit that closes ({ $closed_units }): { $in_closed_unit }.
  }{ $without_unit_count ->
    [0] {""}
   *[other] {" "}Named without a unit: { $without_unit }.
  }{ $too_few_count ->
    [0] {""}
   *[other] {" "}Fewer than today, with no word of the rest: { $too_few }.
  }
help = Say in the proposal which unit they belong to (`unit`), which group they become part of (`previously`), or that the posts end (`ended`, with the number and a reason).
label-revision = without a unit here
label-count = fewer than today
label-base = in a unit today

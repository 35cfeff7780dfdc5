title = Functions nobody is responsible for
message = Nobody is responsible for { $functions }{ scope }{ $certainty ->
    [possible] , as far as the proposal says
   *[certain] {""}
  }: { $cause ->
    [unit-closed] { $units } closes
    [unit-merged] { $units } is merged with others
    [unit-split] { $units } is split
   *[other] { $units } no longer is
  }.{ $possible_functions_count ->
    [0] {""}
   *[other] {" "}For { $possible_functions } this is only possible: nothing in the proposal says whether { $possible_functions_count ->
        [one] it is
       *[other] they are
      } still needed.
  }{ $undecided_functions_count ->
    [0] {""}
   *[other] {" "}It is not decided who takes over { $undecided_functions }.
  }{ $staff_count ->
    [0] {""}
   *[other] {" "}Performed today by { $staff }.
  }
alone = Nobody is responsible for { $functions }{ scope }, { $reason ->
    [left-hanging] because it is undecided who will be
    [performed] although staff perform it
    [needed-at] although it is needed there
    [needed-by] although others need it there
    [pathway] although it is a step on the citizens' pathway
    [required-in] although every unit of a certain kind must have it
   *[statutory] although the law asks for it
  }.
hanging = Nobody is responsible for { $functions }{ scope }: { $units }, which was, has closed.
help = Say who takes over: give the function a responsible unit (`responsible`) in the proposal, or end it on purpose under `ended` with a reason.
help-alone = Give the function a responsible unit (`responsible`) for this scope.
help-hanging = Give the function a new responsible unit (`responsible`), or end it on purpose under `ended` with a reason.
label-base = responsible today
label-revision = nobody is responsible here{ $reason ->
    [left-hanging] : a closed unit was, or it is undecided
    [performed] , but staff perform it
    [needed-at] , but it is needed (`needed_at`)
    [needed-by] , but others need it (`needed_by`)
    [pathway] , but it is a step on the citizens' pathway
    [required-in] , but every unit of a certain kind must have it (`required_in`)
    [statutory] , but the law asks for it
   *[none] {""}
  }
label-needed = needed, and nobody is responsible

# A part of the sentences above.
scope = { $sites_are ->
    [all] {" "}at { $sites }
   *[other] {""}
  }{ $groups_are ->
    [all] {" "}for { $groups }
   *[other] {""}
  }{ $sites_are ->
    [some] {" "}(some of them only at { $sites })
   *[other] {""}
  }{ $groups_are ->
    [some] {" "}(some of them only for { $groups })
   *[other] {""}
  }

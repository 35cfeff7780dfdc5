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
  }{ $staff_count ->
    [0] {""}
   *[other] {" "}Performed today by { $staff }.
  }
alone = Nobody is responsible for { $functions }{ scope }, { $reason ->
    [left-hanging] where it is undecided who will be
    [performed] which staff perform
    [needed-at] which is needed there
    [needed-by] which others need there
    [pathway] which is a step on the citizen's way
    [required-in] which units must have
   *[statutory] which the law asks for
  }.
hanging = Nobody is responsible for { $functions }{ scope }: { $units }, which was, has closed.
help = Say who takes over: give the function a `responsible` unit in the proposal, or end it on purpose under `ended` with a reason.
help-alone = Give the function a `responsible` unit for this scope.
help-hanging = Give the function a new `responsible` unit, or end it on purpose under `ended` with a reason.
label-base = responsible today
label-revision = nobody is responsible here{ $reason ->
    [left-hanging] : a closed unit was, or it is undecided
    [performed] , but staff perform it
    [needed-at] , but it is needed (`needed_at`)
    [needed-by] , but others need it (`needed_by`)
    [pathway] , but it is a step on the citizen's way
    [required-in] , but units must have it (`required_in`)
    [statutory] , but the law asks for it
   *[none] {""}
  }
label-needed = needed, and nobody is responsible

# A part of the sentences above.
scope = { $sites_count ->
    [0] {""}
   *[other] {" "}at { $sites }
  }{ $groups_count ->
    [0] {""}
   *[other] {" "}for { $groups }
  }

title = Functions nobody is responsible for
message = Nobody is responsible for { $functions }{ $sites_count ->
    [0] {""}
   *[other] {" "}at { $sites }
  }{ $groups_count ->
    [0] {""}
   *[other] {" "}for { $groups }
  }{ $certainty ->
    [possible] , as far as the proposal says
   *[certain] {""}
  }: { $cause ->
    [unit-closed] { $units } closes
    [unit-merged] { $units } is merged
    [unit-split] { $units } is split
    [function-lineage] no unit had it before either
   *[other] { $units } no longer has it
  }.{ $staff_count ->
    [0] {""}
   *[other] {" "}Performed today by { $staff }.
  }
alone = Nobody is responsible for { $functions }{ $sites_count ->
    [0] {""}
   *[other] {" "}at { $sites }
  }{ $groups_count ->
    [0] {""}
   *[other] {" "}for { $groups }
  }, { $reason ->
    [left-hanging] which a closed unit held or where it is undecided who does
    [performed] which staff perform
    [needed-at] which is needed there
    [needed-by] which others need there
    [pathway] which is a step on the citizen's way
    [required-in] which units must have
   *[statutory] which the law asks for
  }.
help = Say who takes over: give the function a `responsible` unit in the proposal, or end it on purpose under `ended` with a reason.
help-alone = Give the function a `responsible` unit for this scope.
label-base = responsible today
label-revision = nobody is responsible here
label-needed = needed, and nobody is responsible

title = Competences that nobody has any more
message = { $certainty ->
    [possible] Perhaps nobody
   *[certain] Nobody
  } has { $competences } any more. Today { $posts ->
    [one] 1 post has
   *[other] { $posts } posts have
  } { $competences_count ->
    [one] it
   *[other] them
  }: { $staff }.
help = Say who is to have the competence and how it is handed over before they leave: training, an appointment, or an agreement with others.
label = { $certainty ->
    [possible] perhaps nobody has it after
   *[certain] nobody has it after
  }
label-base = have it today
not-judged = The proposal does not say who has { $competences }: add `competences` to its staff.

title = Specialists with few colleagues
message = { $posts ->
    [one] 1 post { $certainty ->
        [possible] may have
       *[certain] has
      } few or no colleagues for { $functions } in its unit and at its site
   *[other] { $posts_start } posts { $certainty ->
        [possible] may have
       *[certain] have
      } few or no colleagues for { $functions } in their unit and at their site
  }: { $staff }, in { $units } at { $sites }. Elsewhere it is done by { $elsewhere }.
help = Say who gives them professional support and stands in for them in illness and holidays, or seat them with others who do the same.
label = { $certainty ->
    [possible] perhaps few or no colleagues for the function here
   *[certain] few or no colleagues for the function here
  }
label-base = more colleagues for the function today

title = Trin i forkert rækkefølge
message = { $step } skal komme efter { $earlier }, men { $certainty ->
    [certain] { $point ->
        [start] begynder
       *[end] slutter
      }
   *[possible] { $point ->
        [start] begynder måske
       *[end] slutter måske
      }
  } ({ $date }), før { $earlier_count ->
    [one] det er overstået
   *[other] de er overstået
  }.
message-parallel = { $step } ({ $from } til { $to }) skal løbe samtidig med { $others }, { $certainty ->
    [certain] men de har ingen dag til fælles
   *[possible] men måske har de ingen dag til fælles
  }.
help = Flyt et af trinene, eller slet trinet under `after`, hvis rækkefølgen er ligegyldig.
help-parallel = Flyt et af trinene, så begge høres, mens der stadig kan tages hensyn til den anden, eller slet det under `parallel_with`.
label = { $point ->
    [start] begynder { $date }
   *[end] slutter { $date }
  }
label-earlier = slutter { $end }
label-parallel = fra { $from } til { $to }
label-other = fra { $other_from } til { $other_to }

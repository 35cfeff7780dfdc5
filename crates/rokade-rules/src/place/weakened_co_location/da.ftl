title = Samlokaliseringer, der svækkes
message = { $parties } sidder { $certainty ->
    [possible] muligvis mindre samlet
   *[certain] mindre samlet
  } end før{ $groups_count ->
    [0] {""}
   *[other] {" "}for { $groups }
  }: { $together } af { $all } stillinger har fælles adresse mod { $together_before } af { $all_before } i dag.{ $way ->
    [count] {""}
    [also] {" "}{ $moved } ({ $moved_posts ->
        [one] 1 stilling
       *[other] { $moved_posts } stillinger
      }) kan så også sidde på { $to }.
   *[other] {" "}{ $moved }{ $way ->
        [posts] {" "}({ $moved_posts ->
            [one] 1 stilling
           *[other] { $moved_posts } stillinger
          })
       *[other] {""}
      } flytter fra { $from } til { $to }{ $distance ->
        [known] , { $minutes ->
            [one] 1 minut
           *[other] { $minutes } minutter
          } væk
       *[unknown] {""}
      }.
  }{ $stated ->
    [base] {" "}Forslaget siger ikke længere, at de skal sidde sammen.
   *[other] {""}
  }
help = Lad flere af dem blive, eller afgør, om de, der bliver, kan klare alle henvendelser, og hvordan man får fat i resten.
label-stated = skal sidde sammen
label-because = skal sidde sammen: { $because }
label-now = nu på { $at }
label-also = kan også sidde på { $at }
label-before = i dag på { $at }

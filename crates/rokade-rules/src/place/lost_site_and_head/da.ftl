title = Kolleger, der mister både adresse og fælles leder
message = { $parties }{ $strength ->
    [daily] {" "}arbejder sammen dagligt og
    [weekly] {" "}arbejder sammen hver uge og
    [monthly] {" "}arbejder sammen hver måned og
   *[not-stated] {""}
  } { $certainty ->
    [possible] mister muligvis
   *[certain] mister
  } både deres fælles adresse og deres nærmeste fælles leder{ $groups_count ->
    [0] {""}
   *[other] {" "}for { $groups }
  }. { $way ->
    [count] De stillinger, der havde fælles adresse, er der ikke længere
   *[other] { $moved }{ $way ->
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
      }
  }. I dag er den fælles leder { $head_before_count ->
    [0] den ubesatte lederstilling i { $unit_before }
   *[other] { $head_before } ({ $unit_before })
  }; herefter { $unit_now_count ->
    [0] har de ingen
   *[other] er det { $head_now_count ->
        [0] den ubesatte lederstilling i { $unit_now }
       *[other] { $head_now } ({ $unit_now })
      }, { $levels_now } led oppe mod { $levels_before } i dag
  }.{ $stated ->
    [base] {" "}Forslaget siger ikke længere, at de skal sidde sammen.
   *[other] {""}
  }
help = Bevar det ene af de to: Lad dem sidde sammen, eller lad dem have én leder. Ellers udpeg en, der har ansvaret for samarbejdet, og aftal, hvornår de mødes.
label-stated = skal sidde sammen
label-because = skal sidde sammen: { $because }
label-interface = de arbejder sammen
label-now = nu på { $at }
label-before = i dag på { $at }
label-head-now = nærmeste fælles leder fremover
label-head = nærmeste fælles leder i dag

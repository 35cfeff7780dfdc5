title = Samlokaliseringer, der brydes
message = { $parties } har { $certainty ->
    [possible] muligvis ikke længere
   *[certain] ikke længere
  } fælles adresse{ $groups_count ->
    [0] {""}
   *[other] {" "}for { $groups }
  }: { $way ->
    [count] De stillinger, der havde, er der ikke længere
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
  }.{ $seats ->
    [stated] {" "}Stillinger på hver adresse: { $sites }.
   *[not-stated] {""}
  }{ $stated ->
    [base] {" "}Forslaget siger ikke længere, at de skal sidde sammen.
   *[other] {""}
  }
alone = { $parties } skal sidde sammen{ $groups_count ->
    [0] {""}
   *[other] {" "}for { $groups }
  }, men har ingen fælles adresse: { $places }.
help = Find en adresse med plads til dem alle, eller beslut, hvordan de skal arbejde sammen på afstand, og skriv begrundelsen som `allow` på samlokaliseringen.
help-alone = Placer dem på samme adresse, eller fjern samlokaliseringen, hvis den ikke længere er vigtig.
label-stated = skal sidde sammen
label-because = skal sidde sammen: { $because }
label-now = nu på { $at }
label-before = i dag på { $at }
label-member = på { $at }
not-judged = Det kunne ikke vurderes, om { $count ->
    [one] 1 samlokalisering
   *[other] { $count } samlokaliseringer
  } holder: Intet siger, hvor { $unknown } er. Skriv, hvem der udfører opgaverne (`performs`), for hvem (`for`), og hvor de sidder (`site`).

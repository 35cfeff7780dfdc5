title = Medarbejdere, der ledes fra en anden adresse
message = På { $site } har { $posts ->
    [one] 1 stilling
   *[other] { $posts } stillinger
  } { $line ->
    [both] både leder og faglig leder
    [either] leder eller faglig leder
    [head] { $posts ->
        [one] sin
       *[other] deres
      } leder
   *[professional-lead] { $posts ->
        [one] sin
       *[other] deres
      } faglige leder
  } på { $leader_site } ({ $leader }): { $staff }.
help = Afgør, hvem der leder medarbejderne i det daglige, og hvem der giver dem faglig sparring, dér, hvor de sidder, eller placer dem sammen med deres leder.
label = sidder på { $site }
label-leader = sidder på { $leader_site }

title = Medarbejdere, der ledes fra en anden adresse
message = { $posts ->
    [one] 1 stilling
   *[other] { $posts } stillinger
  } på { $site } har { $line ->
    [both] både leder og faglig leder
    [head] deres leder
   *[professional-lead] deres faglige leder
  } på { $leader_site }, nemlig { $leader }: { $staff }.
help = Afgør, hvem der leder medarbejderne i det daglige, og hvem der giver dem faglig sparring, dér hvor de sidder, eller placer dem sammen med deres leder.
label = sidder på { $site }
label-leader = sidder på { $leader_site }

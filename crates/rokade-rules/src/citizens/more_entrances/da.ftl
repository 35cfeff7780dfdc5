title = Borgere, der ikke længere har samme indgang
message = { $kind ->
    [apart] { $groups } har i dag én indgang: { $entrance }. Herefter er der { $entrances_count }: { $entrances }.{ $without_count ->
        [0] {""}
       *[other] {" "}{ $without } har ingen.
      }{ not-decided }
    [without] { $without } har ingen indgang herefter; i dag er det { $entrance }.{ not-decided }
   *[undecided] { $undecided } får måske en anden indgang end { $entrance }: Det er ikke afgjort, hvor de skal henvende sig.
  }
help = Lad dem møde den samme enhed først (`entrance`). Ellers fortæl hver gruppe, hvor den skal henvende sig, og aftal, hvem der viser vej, når nogen går forkert.
label-now = { $entrance_is ->
    [unit] møder herefter først { $unit }
    [undecided] det er ikke afgjort, hvor de skal henvende sig
   *[none] har ingen indgang herefter
  }
label-before = indgangen i dag
not-judged = Om { $groups } stadig har samme indgang, kan ikke afgøres: Skriv også i forslaget, hvilken enhed de møder først (`entrance`).

# En del af sætningen ovenfor.
not-decided = { $undecided_count ->
    [0] {""}
   *[other] {" "}Hvor { $undecided } skal henvende sig, er ikke afgjort.
  }

title = Grupper af ukendt størrelse
message = Det er ukendt, hvor mange stillinger der er af { $staff }. Derfor kan det ikke vurderes,{ $function ->
    [yes] {" "}om der er nok til opgaverne,
   *[no] {""}
  }{ $span ->
    [yes] {" "}hvor mange deres ledere har under sig,
   *[no] {""}
  }{ $capacity ->
    [yes] {" "}om der er plads, hvor de sidder,
   *[no] {""}
  }{ $competence ->
    [yes] {" "}om nok har kompetencerne,
   *[no] {""}
  } eller hvad en ændring betyder for dem.
help = Skriv antallet, så vidt det er kendt: `ca. 10` eller et interval som `8-12`.
label = antal ukendt

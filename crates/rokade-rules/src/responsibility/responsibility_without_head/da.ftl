title = Opgaver uden en leder
message = { $certainty ->
    [certain] Ingen leder står til ansvar for
   *[possible] Det er muligt, at ingen leder står til ansvar for
  } { $members ->
    [one] { $functions }
   *[other] { $members } opgaver
  } hos { $units }: { $vacant_count ->
    [one] Lederstillingen i { $vacant } er ikke besat, { above } den{ undecided }.
   *[other] Lederstillingerne i { $vacant } er ikke besat, { above } dem{ undecided }.
  }{ $members ->
    [one] {""}
   *[other] {" "}Opgaverne er { $functions }.
  }{ $staff_count ->
    [0] {""}
   *[other] {" "}Udføres af { $staff }.
  }
help = Skriv, hvem der leder fra første dag (`head`), også indtil stillingen er besat, eller læg enheden under en, der har en leder.
label = ingen leder dem, der har ansvaret
label-head = her er ingen leder

# Dele af sætningen ovenfor.
above = og { $certainty ->
    [certain] der er ingen leder over
   *[possible] hvad der er over
  }
undecided = { $certainty ->
    [certain] {""}
   *[possible] , er lukket eller ikke afgjort
  }

title = Opgaver, som ingen leder har ansvaret for
message = { $certainty ->
    [certain] Ingen leder står til ansvar for
   *[possible] Det er muligt, at ingen leder står til ansvar for
  } { $members ->
    [one] { $functions }
   *[other] { $members } opgaver
  } hos { $units }: { $vacant_count ->
    [one] Lederstillingen i { $vacant } er ikke besat, { above }.
   *[other] Lederstillingerne i { $vacant } er ikke besat, { above }.
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

# En del af sætningen ovenfor.
above = { $certainty ->
    [certain] og der er ingen leder over { $vacant_count ->
        [one] den
       *[other] dem
      }
   *[possible] og det, der er over { $vacant_count ->
        [one] den
       *[other] dem
      }, er lukket eller ikke afgjort
  }

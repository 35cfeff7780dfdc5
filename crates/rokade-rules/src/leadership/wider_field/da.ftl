title = Bredere fagområder
message = { $who } går fra { $before } til { $now } opgaver { $kind ->
    [unit] at have ansvaret for
   *[professional-lead] at lede fagligt
  }{ $head_count ->
    [0] {""}
   *[other] {" "}(leder: { $head })
  }. Nye: { $gained }.{ $lost_count ->
    [0] {""}
   *[other] {" "}Ikke længere: { $lost }.
  }
help = Skriv, hvad lederne får for at kunne følge med på de nye områder: tid, oplæring eller en koordinator for nogle af dem; eller lad nogle blive, hvor de er.
label-revision = fremover { $now } opgaver
label-gained = ny på området
label-base = { $before ->
    [one] 1 opgave
   *[other] { $before } opgaver
  } i dag

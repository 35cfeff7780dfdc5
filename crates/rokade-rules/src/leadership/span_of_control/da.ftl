title = Ledere med mange direkte under sig
message = { $leader } { $kind ->
    [head] har { $direct } stillinger direkte under sig
   *[professional-lead] er faglig leder for { $direct } stillinger
  }. Grænsen er { $limit }{ $certainty ->
    [possible] {" "}og måske overskredet, for antallene er intervaller
   *[certain] {""}
  }. Direkte: { $staff }. I alt { $below } under lederen.
message-grown = { $leader } { $kind ->
    [head] får { $direct } stillinger direkte under sig
   *[professional-lead] bliver faglig leder for { $direct } stillinger
  } mod { $before } i dag. Grænsen er { $limit }{ $certainty ->
    [possible] {" "}og måske overskredet, for antallene er intervaller
   *[certain] {""}
  }. Direkte: { $staff }. I alt { $below } under lederen.
message-jump = { $leader } går fra { $before } til { $direct } stillinger { $kind ->
    [head] direkte under sig
   *[professional-lead] som faglig leder
  }{ $certainty ->
    [possible] , så vidt antallene siger
   *[certain] {""}
  }. Direkte: { $staff }. I alt { $below } under lederen.
message-flat = { $unit } er ny og tegnet uden indre organisering: { $direct } stillinger er direkte under { $leader }, og grænsen er { $limit }.
help = Sæt en teamleder eller koordinator ind imellem (`reports_to`), tegn teams som enheder med egen leder, eller del ledelsen.
help-jump = Skriv i høringsmaterialet, hvordan ledelsen kan følge med: tid, en souschef eller teamledere.
help-flat = Tegn teams og deres ledere, når den indre organisering er besluttet.
label = { $direct } her
label-base = { $before } i dag
not-judged = Det kan ikke vurderes overalt, hvor mange der er under én leder: Angiv `count` for { $staff }.

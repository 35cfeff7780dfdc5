title = Functions that no head answers for
message = { $certainty ->
    [certain] No head answers for
   *[possible] It may be that no head answers for
  } { $members ->
    [one] { $functions }
   *[other] { $members } functions
  }, which { $units } { $units_count ->
    [one] is
   *[other] are
  } responsible for: { $vacant_count ->
    [one] the head of { $vacant } is vacant, and { above }.
   *[other] the heads of { $vacant } are vacant, and { above }.
  }{ $members ->
    [one] {""}
   *[other] {" "}The functions are { $functions }.
  }{ $staff_count ->
    [0] {""}
   *[other] {" "}Performed by { $staff }.
  }
help = Say who leads from the first day (`head`), also for the time until the post is filled, or put the unit under one that has a head.
label = nobody leads those who are responsible
label-head = no head here

# A part of the sentence above.
above = { $certainty ->
    [certain] nobody above leads
   *[possible] what stands above has closed or is undecided
  }

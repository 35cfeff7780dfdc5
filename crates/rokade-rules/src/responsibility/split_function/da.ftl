title = Opgaver, der deles
message = { $from } afgiver en del af { $members ->
    [one] { $functions }
   *[other] { $members } opgaver
  } til { $into }{ scope }{ $members ->
    [one] {" "}og beholder resten.
   *[other] : { $functions }.
  }{ $parts_count ->
    [0] {""}
    [one] {" "}Delen bliver en opgave for sig: { $parts }.
   *[other] {" "}Delene bliver opgaver for sig: { $parts }.
  }{ $cases_are ->
    [known] {" "}{ $cases ->
        [one] 1 sag
       *[other] { $cases_start } sager
      } følger med.
   *[unknown] {""}
  }{ $staff_count ->
    [0] {""}
   *[other] {" "}Af dem, der udfører opgaven i dag, går { $staff } med.
  }
help = Aftal, hvor grænsen går, hvem der tager det, der ligger på den, og hvem borgerne skal spørge.
label-base = i dag: { $holders }
label-revision = herefter: { $holders }

# En del af sætningen ovenfor.
scope = { $sites_are ->
    [all] {" "}på { $sites }
   *[other] {""}
  }{ $groups_are ->
    [all] {" "}for { $groups }
   *[other] {""}
  }

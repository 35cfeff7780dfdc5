title = Functions missing where every unit of the kind must have them
message = { $groups_are ->
    [other] { $places }
   *[same] { $units }
  } { $certainty ->
    [certain] { $units_count ->
        [one] lacks
       *[other] lack
      }
   *[possible] may lack
  } { $functions }{ $groups_are ->
    [same] {" "}for { $groups }
   *[other] {""}
  }, which every unit of the type { $types } must have{ $groups_are ->
    [none] {""}
   *[other] {" "}for the target groups it serves
  }.
help = Make the unit responsible for it, or say which of its staff perform it for these citizens (`performs`, `for`). If not every unit of the type needs it, take the type out of `required_in`, or allow it with `allow` on the unit and a reason.
label = missing here: { $functions }
label-required = required in every unit of the type
not-judged = Whether { $functions } { $functions_count ->
    [one] is
   *[other] are
  } where every unit of the type must have { $functions_count ->
    [one] it
   *[other] them
  } cannot be judged: no unit is of the type “{ $type }”. Write the type on the units, or mend `required_in`.

title = Units that stand under each other in a circle
message = { $units_count ->
    [one] { $units } stands under itself.
   *[other] { $units } stand under each other in a circle: each has the next above it, and the last has the first.
  }
help = Mend the `parent` of one of them, so that it stands under the unit it belongs to, or take `parent` out if it stands at the top.
label = has this one above it

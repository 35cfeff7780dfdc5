title = Charts that do not line up
message = The two charts do not line up: { $followed ->
    [0] none
   *[other] only { $followed }
  } of the { $smaller } { $kind ->
    [unit] units
    [staff] posts
    [function] functions
    [site] sites
    [target_group] target groups
   *[other] things
  } in the smaller of them can be found in the other. The rules that build on them say nothing.
help = See whether these are the right two files. If everything has a new id, write the old one under `previously`.
label = cannot be followed from one chart to the other

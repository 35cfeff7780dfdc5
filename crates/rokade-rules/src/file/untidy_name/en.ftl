title = Names with needless blanks
message = { $names ->
    [one] 1 name has
   *[other] { $names } names have
  } blanks at the edges or doubled: { $things }.
help = Delete the needless blanks, so that a name is written alike everywhere.
label = needless blanks

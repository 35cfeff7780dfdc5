title = Wishes that are not met
message = { $wished ->
    [one] 1 post has
   *[other] { $wished_start } posts have
  } asked for a unit, and { $certainty ->
    [possible] perhaps{" "}
   *[certain] {""}
  }{ $posts ->
    [one] 1 does not get it
   *[other] { $posts } do not get it
  }. Not met: { $units }. Asked: { $staff }.
help = Say how places are shared out where more ask than there is room for, and tell those who do not get their wish before the others know.
label = asked for other units

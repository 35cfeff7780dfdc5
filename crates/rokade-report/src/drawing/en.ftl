### What drawings say by themselves. Values: `parent`, `unit` and `title` as the chart writes them.

external = Another organisation
under = Belongs under { $parent }
below = { $n ->
    [one] 1 unit below it is drawn separately
   *[other] { $n } units below it are drawn separately
  }
not-drawn = { $n ->
    [one] 1 unit below it is not drawn
   *[other] { $n } units below it are not drawn
  }
not-drawn-changes = { not-drawn } { $changes ->
    [0] (no changes)
   *[other] ({ $changes } with changes)
  }
survey = Drawn are { $n } of them: the topmost units{ $way ->
    [all] {" "}and all units with changes
    [some] {" "}and the units that change most
   *[none] {""}
  }. Each unit tells how many below it are not drawn.
part = { $title }: { $unit }
part-of = { $title } ({ $part } of { $parts })
legend = Legend
unchanged = unchanged
before = Today
after = After
no-site = No site stated

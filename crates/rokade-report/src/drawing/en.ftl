### What drawings say by themselves. Values: `parent`, `unit` and `title` as the chart writes them.

external = Another organisation
under = Belongs under { $parent }
below = { $n ->
    [one] 1 unit below it is drawn separately
   *[other] { $n } units below it are drawn separately
  }
part = { $title }: { $unit }
part-of = { $title } ({ $part } of { $parts })
legend = Legend
unchanged = unchanged
before = Today
after = After
no-site = No site stated

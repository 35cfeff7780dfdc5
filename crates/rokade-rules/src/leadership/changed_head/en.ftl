title = Units that get another head
message = { $unit }{ $became ->
    [kept] {""}
    [renamed] {" "}(from then on { $now })
    [merged] {" "}(part of { $now } from then on)
   *[split] {" "}(the part { $now })
  } { $was ->
    [post] gets another head: { $titles ->
        [alike] { $head } ({ $head_unit }) instead of { $old_head } ({ $old_head_unit })
       *[distinct] { $head } instead of { $old_head }
      }.
    [vacant] gets a head, { $head }. Today the post is vacant.
   *[none] gets a head of its own, { $head }. Today it has none.
  }{ $staff_count ->
    [0] {""}
   *[other] {" "}{ $posts ->
        [one] 1 post reports
       *[other] { $posts_start } posts report
      } to another than before: { $staff }.
  }
help = Say in the hearing papers who leads the unit from then on, and from when.
label-revision = { $head } from then on
label-base = { $was ->
    [post] { $old_head } today
    [vacant] vacant today
   *[none] no head today
  }

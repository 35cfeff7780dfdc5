title = Units that no longer have a head
message = { $unit }{ $became ->
    [kept] {""}
    [renamed] {" "}(from then on { $now })
    [merged] {" "}(part of { $now } from then on)
   *[split] {" "}(the part { $now })
  } no longer has a head of its own{ $old_head_count ->
    [0] {""}
   *[other] ; today it is { $old_head }
  }. { $head_count ->
    [0] { $head_of_count ->
        [0] No head above it is stated.
       *[other] The nearest above it is the vacant head of { $head_of }.
      }
   *[other] The nearest head is { $head } ({ $head_of }).
  }{ $staff_count ->
    [0] {""}
   *[other] {" "}{ $posts ->
        [one] 1 post reports
       *[other] { $posts_start } posts report
      } to another than before: { $staff }.
  }
help = Say who leads these staff from day to day, who decides for the unit, and what becomes of the head.
label-revision = no head of its own from then on
label-base = { $old_head_count ->
    [0] to have a head today
   *[other] { $old_head } today
  }

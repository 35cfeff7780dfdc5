title = Staff who move
message = { $posts ->
    [one] 1 post
   *[other] { $posts } posts
  }{ $from_units_count ->
    [0] , until now in no unit,
   *[other] {" "}from { $from_units }
  } { $posts ->
    [one] moves
   *[other] move
  }{ $unit ->
    [some] , { $unit_posts } of them
   *[all] {""}
  } to { $to_units_count ->
    [one] { $to_units }
   *[other] { $posts_by_unit }
  }: { $staff }.{ $head ->
    [none] {""}
    [some] {" "}Of these, { $head_posts } get another head.
   *[all] {" "}They get another head.
  }{ $site ->
    [none] {""}
    [some] {" "}Of these, { $site_posts } change address, to { $to_sites_count ->
        [one] { $to_sites }
       *[other] { $posts_by_site }
      }.
   *[all] {" "}They change address, from { $from_sites } to { $to_sites_count ->
        [one] { $to_sites }
       *[other] { $posts_by_site }
      }.
  }
message-site = { $posts ->
    [one] 1 post
   *[other] { $posts } posts
  } in { $from_units } { $posts ->
    [one] stays in its unit and changes address
   *[other] stay in their unit{ $site ->
        [some] , and { $site_posts } of them change address
       *[all] {" "}and change address
      }
  }, from { $from_sites } to { $to_sites_count ->
    [one] { $to_sites }
   *[other] { $posts_by_site }
  }: { $staff }.{ $head ->
    [none] {""}
    [some] {" "}Of these, { $head_posts } get another head.
   *[all] {" "}They also get another head.
  }
message-head = { $posts ->
    [one] 1 post
   *[other] { $posts } posts
  } in { $from_units } { $posts ->
    [one] gets
   *[other] get
  } another head and keep unit and address: { $staff }.
help = Say in the hearing what these staff get told and when, and who leads and trains them where they go.
help-head = Say in the hearing who leads these staff from then on, and from when.
label-unit = to here
label-site = to here
label-head = reports elsewhere now
label-before = today

title = Staff who move
message = From { $from_units }, { $posts ->
    [one] 1 post moves
   *[other] { $posts } posts move
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
    [some] {" "}Of these, { $site_posts } change site, to { $to_sites_count ->
        [one] { $to_sites }
       *[other] { $posts_by_site }
      }.
   *[all] {" "}They change site, from { $from_sites } to { $to_sites_count ->
        [one] { $to_sites }
       *[other] { $posts_by_site }
      }.
  }
message-placed = { $posts ->
    [one] 1 post that was in no unit goes
   *[other] { $posts_start } posts that were in no unit go
  } to { $to_units }: { $staff }.
message-site = { $cause ->
    [unit-split] When { $from_units } is split, { $site_posts ->
        [one] 1 post changes
       *[other] { $site_posts } posts change
      } site,
    [unit-merged] When { $from_units } is merged with others, { $site_posts ->
        [one] 1 post changes
       *[other] { $site_posts } posts change
      } site,
    [unit-relocated] When { $from_units } moves, { $site_posts ->
        [one] 1 post goes
       *[other] { $site_posts } posts go
      } elsewhere than the unit,
   *[other] In { $from_units }, { $posts ->
        [one] 1 post stays in its unit and changes
       *[other] { $posts } posts stay in their unit{ $site ->
            [some] , and { $site_posts } of them change
           *[all] {" "}and change
          }
      } site,
  } from { $from_sites } to { $to_sites_count ->
    [one] { $to_sites }
   *[other] { $posts_by_site }
  }: { $staff }.{ $head ->
    [none] {""}
    [some] {" "}Of these, { $head_posts } get another head.
   *[all] {" "}They also get another head.
  }
message-head = In { $from_units }, { $posts ->
    [one] 1 post gets another head and keeps its unit and site
   *[other] { $posts } posts get another head and keep their unit and site
  }: { $staff }.
help = Say in the hearing papers where these staff go and when, and who leads and trains them there.
help-head = Say in the hearing papers who leads these staff from then on, and from when.
label-unit = to here
label-site = to here
label-head = reports elsewhere from then on
label-before = today

title = Units that move
message = { $unit }{ $became ->
    [merged] {" "}(part of { $now } from then on)
   *[itself] {""}
  } { $to ->
    [unit] moves { $from ->
        [unit] from { $from_parent } to { $to_parent }
       *[other] in under { $to_parent }
      }
    [undecided] { $from ->
        [unit] leaves { $from_parent }
       *[other] stands at the top no longer
      }, and it is undecided where it belongs
    [closed] is left under { $to_parent }, which closes
   *[none] { $from ->
        [unit] no longer stands under { $from_parent }, but at the top
       *[other] now stands at the top
      }
  }.{ $line ->
    [same] {""}
   *[changed] {" "}{ $to_head_count ->
        [0] Nobody is head above it{ $from_head_count ->
            [0] {""}
           *[other] , where { $from_head } is today
          }.
       *[other] Its nearest head above is { $to_head }{ $from_head_count ->
            [0] {""}
           *[other] {" "}instead of { $from_head }
          }.
      }
  }{ $site ->
    [changed] {" "}It also changes site, from { $from_site } to { $to_site }.
    [same] {" "}It keeps its site.
   *[not-stated] {""}
  }{ what-follows }
message-site = { $unit }{ $became ->
    [merged] {" "}(part of { $now } from then on)
   *[itself] {""}
  } changes site, from { $from_site } to { $to_site }.{ what-follows }
what-follows = { $follows ->
    [nothing] {""}
    [functions] {" "}With it { $functions_count ->
        [one] goes 1 function ({ $functions })
       *[other] go { $functions_count } functions ({ $functions })
      }{ below }.
   *[other] {" "}With it { $posts ->
        [one] goes 1 post
       *[other] go { $posts } posts
      }{ $functions_count ->
        [0] {""}
        [one] {" "}and 1 function ({ $functions })
       *[other] {" "}and { $functions_count } functions ({ $functions })
      }{ below }.
  }
below = { $units_below ->
    [0] {""}
    [one] , the unit below included
   *[other] , { $units_below } units below included
  }
help = Say in the hearing papers what the new line means for decisions, budget and cooperation, and hear the MED committees of both sides.
help-site = Say in the hearing papers when the unit moves, and whom it no longer shares a site with.
help-hanging = Give the unit a `parent` in the proposal, or close it on purpose under `ended`.
label-revision = { $parent ->
    [changed] stands here from then on
   *[same] at { $to_site } from then on
  }
label-base = { $parent ->
    [changed] stands here today
   *[same] at { $from_site } today
  }

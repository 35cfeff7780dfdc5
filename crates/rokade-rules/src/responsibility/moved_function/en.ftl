title = Functions that move
message = { functions } { $members ->
    [one] moves
   *[other] move
  } from { $from }{ fate } to { $into }{ reason }{ names }{ places }{ $head_changed ->
    [none] {""}
   *[other] {" "}{ $head_changed ->
        [all] The nearest head is
       *[other] For { $head_functions } the nearest head is
      } then that of { $to_heads } and not that of { $from_heads }.
  }{ staff-today }
kept = { functions } no longer { $members ->
    [one] belongs
   *[other] belong
  } to { $from }{ fate-kept } only to { $into }{ reason }{ names }{ places }{ staff-today }
place = { functions } { $members ->
    [one] is
   *[other] are
  } { $to_sites_count ->
    [0] no longer done at { $from_sites }
   *[other] then done at { $to_sites } and not at { $from_sites }
  }, but still { $members ->
    [one] belongs
   *[other] belong
  } to { $into }{ names }{ staff-today }
help = Agree on when the function changes hands, and whether the staff and what they know go with it. If the move is not meant, mend the responsible unit or the site (`responsible`) in the proposal.
label-base = today: { $holders }
label-revision = then: { $holders }
label-base-place = today at { $sites }
label-revision-place = then at { $sites }

# Parts of the sentences above.
functions = { $members ->
    [one] { $functions }
   *[other] { $members } functions
  }
names = { $members ->
    [one] .
   *[other] : { $functions }.
  }
fate = { $reason_is ->
    [of-them] , which { fate-of },
   *[other] {""}
  }
fate-kept = { $reason_is ->
    [of-them] , which { fate-of },
   *[other] ,
  }
reason = { $reason_is ->
    [of-units] {" "}because { $units } { fate-of }
   *[other] {""}
  }
fate-of = { $cause ->
    [unit-closed] { $units_count ->
        [one] closes
       *[other] close
      }
    [unit-merged] { $units_count ->
        [one] is
       *[other] are
      } merged with others
   *[unit-split] { $units_count ->
        [one] is
       *[other] are
      } split
  }
places = { $site_changed ->
    [none] {""}
   *[other] {" "}{ $members ->
        [one] It is
       *[other] { $site_changed ->
            [all] They are
           *[other] { $site_functions } { $site_functions_count ->
                [one] is
               *[other] are
              }
          }
      } { $to_sites_count ->
        [0] no longer done at { $from_sites }
       *[other] then done at { $to_sites } and not at { $from_sites }
      }.
  }
staff-today = { $staff_count ->
    [0] {""}
   *[other] {" "}Today { $members ->
        [one] it is
       *[other] they are
      } performed { $unit_changed ->
        [none] there
       *[other] in { $from }
      } by { $posts ->
        [one] 1 post
       *[other] { $posts } posts
      }.
  }

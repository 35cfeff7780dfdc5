title = Support functions needed at more sites
message = { $functions } { $certainty ->
    [certain] will
   *[possible] may
  } be needed at { $sites }; today { $functions_count ->
    [one] it is
   *[other] they are
  } needed only at { $sites_before }.{ $by_count ->
    [0] {""}
   *[other] {" "}At { $new_sites } { $functions_count ->
        [one] it is
       *[other] they are
      } needed by { $by }{ $staff_count ->
        [0] .
       *[other] {" "}({ $posts ->
            [one] 1 post
           *[other] { $posts } posts
          }).
      }
  } { $performed ->
    [all] There are staff to perform { $functions_count ->
        [one] it
       *[other] them
      } there.
    [not-stated] The proposal does not say who is to perform { $functions_count ->
        [one] it
       *[other] them
      } there.
   *[other] At { $unserved_sites } there is nobody to perform { $unserved }.
  }
help = Decide who performs the function at the new site, and what that costs in hours, travel and money, or let those who use it stay together.
label-revision = then used at { $sites }
label-base = used today at { $sites }
label-staff = based at { $site }
not-judged = Whether { $functions } will be needed at more sites cannot be judged: say in both charts who performs what { $functions_count ->
    [one] it supports
   *[other] they support
  } (`performs`), and where they sit (`site`).

title = Citizens who must go to more sites
message = { $groups_uncounted_count ->
    [0] { $groups }
   *[other] { $groups_count ->
        [0] { $groups_uncounted }
       *[other] { $groups } and { $groups_uncounted }
      }
  } { $certainty ->
    [certain] must go to at least { $sites_to_visit ->
        [one] 1 site
       *[other] { $sites_to_visit } sites
      }
   *[possible] may have to go to { $sites_to_visit_most ->
        [one] 1 site
       *[other] { $sites_to_visit_most } sites
      }
  }, against { $sites_to_visit_before } today, to get through the whole pathway. Today: { $sites_before }. Then: { $sites }.{ $new_places_count ->
    [0] {""}
    [one] {" "}New site: { $new_places }.
   *[other] {" "}New sites: { $new_places }.
  }
help = { $counted ->
    [all] Say at which site these citizens meet each function, so that one is enough; or tell them before they come.
   *[fewest] Let the function be performed at the old site too, on fixed days if need be, or let one adviser keep the threads together so that the citizen need only come to one site.
  }
label-now = the pathway then leads to { $sites_to_visit ->
    [one] 1 site
   *[other] { $sites_to_visit } sites
  }
label-before = the pathway leads to { $sites_to_visit_before ->
    [one] 1 site
   *[other] { $sites_to_visit_before } sites
  } today
label-staff = meet the citizens here: { $site }
not-judged = Whether { $groups } must go to more sites cannot be judged: say in both charts the target group's pathway (`pathway`), who performs each function on it (`performs`), and where they sit (`site`).

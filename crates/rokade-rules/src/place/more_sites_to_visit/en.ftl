title = Citizens who must go to more addresses
message = { $groups_uncounted_count ->
    [0] { $groups }
   *[other] { $groups_count ->
        [0] { $groups_uncounted }
       *[other] { $groups } and { $groups_uncounted }
      }
  } { $certainty ->
    [certain] must go to at least { $sites_to_visit ->
        [one] 1 address
       *[other] { $sites_to_visit } addresses
      }
   *[possible] may have to go to { $sites_to_visit_most ->
        [one] 1 address
       *[other] { $sites_to_visit_most } addresses
      }
  }, against { $sites_to_visit_before } today, to get all the way through. Today: { $sites_before }. Then: { $sites }.{ $new_places_count ->
    [0] {""}
    [one] {" "}New address: { $new_places }.
   *[other] {" "}New addresses: { $new_places }.
  }
help = { $counted ->
    [all] Say at which address these citizens meet each function, so that one is enough; or tell them before they come.
   *[fewest] Let the function be performed at the old address too, on fixed days if need be, or let one adviser keep the threads together so that the citizen comes to one.
  }
label-now = the way then leads to { $sites_to_visit ->
    [one] 1 address
   *[other] { $sites_to_visit } addresses
  }
label-before = the way leads to { $sites_to_visit_before ->
    [one] 1 address
   *[other] { $sites_to_visit_before } addresses
  } today
label-staff = met at { $site }
not-judged = Whether { $groups } must go to more addresses cannot be judged: say in both charts which way the target group goes (`pathway`), who performs each function on it (`performs`), and where they sit (`site`).

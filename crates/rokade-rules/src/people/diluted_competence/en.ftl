title = Competences spread thin
message = { $certainty ->
    [possible] Perhaps no unit and site has
   *[certain] No unit and site has
  } the { mass } it takes to keep { $competence } alive; the most in one place is { $most_in_one_place }{ where }. In all: { $holders }.
message-nobody = Nobody has { $competence }; it takes { mass } in one place to keep it alive.
message-share = { share } It concerns { $staff }.{ also }
message-both = { share } The most with { $competence } in one place is { $most_in_one_place }, and it takes { mass } to keep it alive.
mass = { $critical_mass ->
    [one] 1 post
   *[other] { $critical_mass } posts
  }
share = { $unit_count ->
    [0] Where they go
   *[other] In { $unit }
  }{ $site_count ->
    [0] {""}
   *[other] {" "}at { $site }
  }, those with { $competence } { $share_is ->
    [possible] may become
   *[certain] become
  } a smaller share of those who do { $function }: { $holders_now } of { $all_now }, against { $holders_before } of { $all_before } in their unit and at their site today.
also = { $also_in_count ->
    [0] {""}
   *[other] {" "}The same happens in { $also_in }.
  }
where = { $unit_count ->
    [0] {""}
   *[other] , in { $unit }
  }{ $site_count ->
    [0] {""}
   *[other] {" "}at { $site }
  }
help = Keep those with the competence together, give them time for the cases that need it, or train more; and say who answers for it.
label-mass = { $critical_mass ->
    [one] 1 post keeps
   *[other] { $critical_mass } posts keep
  } it alive
label = have it
label-group = among more without the competence
label-base = among fewer without it today

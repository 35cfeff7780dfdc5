title = Henvisninger til noget, der ikke findes
message = { $where ->
    [entity] { $entity } henviser under `{ $key }` til
   *[file] `{ $key }` henviser til
  } { $kind ->
    [unit] enheden
    [staff] stillingen
    [function] opgaven
    [site] stedet
    [target_group] målgruppen
    [co_location] samlokaliseringen
    [competence] kompetencen
    [body] udvalget eller organet
    [step] trinnet
   *[other] noget ved navn
  } `{ $id }`, som ikke findes.
help = Ret id'et, eller tilføj det under `{ $section }`{ $can_end ->
    [yes] . Er det noget, der er ophørt, så skriv det under `ended`
   *[no] {""}
  }.
help-nearest = Mente du `{ $nearest }`? Ellers tilføj `{ $id }` under `{ $section }`.
help-word = Mente du `{ $nearest }`? Det er formatets ord for det.
label = findes ikke

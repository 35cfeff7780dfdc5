title = References to what is not there
message = { $where ->
    [entity] { $entity } refers under `{ $key }` to the
   *[file] `{ $key }` refers to the
  } { $kind ->
    [unit] unit
    [staff] post
    [function] function
    [site] site
    [target_group] target group
    [co_location] co-location
    [competence] competence
    [body] body
    [step] step
   *[other] thing
  } `{ $id }`, which is not there.
help = Mend the id, or add it under `{ $section }`{ $can_end ->
    [yes] . If it is something that has ended, put it under `ended`
   *[no] {""}
  }.
help-nearest = Did you mean `{ $nearest }`? Otherwise add `{ $id }` under `{ $section }`.
help-word = Did you mean `{ $nearest }`? It is the format's word for that.
label = is not there

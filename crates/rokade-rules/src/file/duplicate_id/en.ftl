title = Keys and ids that stand twice
message = { $where ->
    [entity] { $entity } has the key `{ $key }` twice. Only the first was read.
   *[file] The key `{ $key }` stands twice. Only the first was read.
  }
message-id = The id `{ $key }` stands twice under `{ $section }`. Only the first was read.
help = Keep one of them and delete the other.
help-id = If they are one, put everything in one place. If they are two, give the other an id of its own.
label = stands here again
label-first = stands here first

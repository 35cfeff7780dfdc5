title = Keys and ids that stand more than once
message = { $where ->
    [entity] { $entity }: the key `{ $key }` stands more than once. Only the first was read.
   *[file] The key `{ $key }` stands more than once. Only the first was read.
  }
message-id = The id `{ $key }` stands more than once under `{ $section }`. Only the first was read.
help = Keep one of them and delete the other.
help-id = If they are one, put everything in one place. If they are two, give the other an id of its own.
label = stands here again
label-first = stands here first

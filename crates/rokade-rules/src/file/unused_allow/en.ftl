title = Allowances that are not used
message = { $where ->
    [entity] { $entity } allows `{ $rule }`, but the rule finds nothing there.
    [event] The event `{ $event }` allows `{ $rule }`, but the rule finds nothing that comes of it.
    [event_number] Event no. { $number } allows `{ $rule }`, but the rule finds nothing that comes of it.
   *[file] The file allows `{ $rule }`, but the rule finds nothing.
  }
message-shared = { $where ->
    [event] The event `{ $event }`
   *[event_number] Event no. { $number }
  } allows `{ $rule }`, but what the rule finds comes of several events together, and an allowance on one of them does not cover it.
message-unknown = { $where ->
    [entity] { $entity } allows `{ $rule }`, but there is no rule of that name.
    [event] The event `{ $event }` allows `{ $rule }`, but there is no rule of that name.
    [event_number] Event no. { $number } allows `{ $rule }`, but there is no rule of that name.
   *[file] The file allows `{ $rule }`, but there is no rule of that name.
  }
help = Take the allowance out, or it will hide a finding that comes later.
help-shared = Put the allowance on the unit, post or function that the finding is about, with `set`.
help-nearest = Did you mean `{ $nearest }`?
help-unknown = Take the allowance out, or see the names of the rules with `rokade rules`.
label = covers nothing

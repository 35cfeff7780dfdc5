title = Allowances that are not used
message = { $where ->
    [entity] { $entity } allows `{ $rule }`, but the rule finds nothing there.
   *[file] The file allows `{ $rule }`, but the rule finds nothing.
  }
message-unknown = { $where ->
    [entity] { $entity } allows `{ $rule }`, but there is no rule of that name.
   *[file] The file allows `{ $rule }`, but there is no rule of that name.
  }
help = Take the allowance out, or it will hide a finding that comes later.
help-nearest = Did you mean `{ $nearest }`?
help-unknown = Take the allowance out, or see the names of the rules with `rokade rules`.
label = covers nothing

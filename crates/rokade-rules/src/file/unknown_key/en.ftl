title = Unknown keys
message = The format has no key `{ $key }` here.
help = Take it out, or see `rokade schema` for the keys that can stand here.
help-nearest = Did you mean `{ $nearest }`?
help-quote = A text fell apart at a comma: put the whole text in quotes ("…").
label = unknown key
help-base = Only a proposal has `{ $key }`: name the chart it starts from with `base: FILE`.
help-set = In a proposal, `{ $key }` goes under `set`. What is new can also be an event: `establish` or `recruit`.

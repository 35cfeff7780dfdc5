title = Values that do not fit their key
message = { $where ->
    [entity] { $entity }:{" "}
   *[file] {""}
  }`{ $key }` has { $found ->
    [text] `{ $text }`
    [untold] a text
    [map] keys with values
    [list] a list
   *[nothing] nothing
  }, but takes { $expected ->
    [text] a text
    [yes-no] `true` or `false`
    [map] keys with values, such as `{"{"} name: Jobcenter {"}"}`
    [list] a list, such as `[kantine, pedel]`
    [id] an id: words of lower-case letters and digits joined by hyphens, such as `jobcenter-nord`
    [quantity] a number: `6`, `30-35`, `ca. 30-35` or `unknown`
    [amount] a number or a share: `6`, `10-12`, `50%` or `unknown`
    [date] a date: `2017-06-20`, or coarser `2017-W25`, `2017-06`, `2017-H1` or `2017`, or `unknown`
    [version] the version of the format, which is `1`
    [head] the id of a post, `vacant`, or `none` (without a head)
    [unit-or-undecided] the id of a unit, or `undecided`
    [site-or-undecided] the id of a site, or `undecided`
    [responsible] the id of a unit, `undecided`, or, for one, `{"{"} unit: jobcenter, for: [unge] {"}"}`
    [decided-by] `performers`, `head`, the id of a unit, or `{"{"} staff: leder {"}"}`
    [language] `da` (Danish) or `en` (English)
    [rule-name] the name of a rule, such as `several-roots`
    [one-of] one of these words: { $one_of }
   *[other] something else
  }.
message-key = { $where ->
    [entity] { $entity }: here
   *[file] Here
  } stands { $found ->
    [map] keys with values
    [list] a list
   *[nothing] nothing
  }, where there should be the name of a key.
missing = { $where ->
    [entity] { $entity }: the key `{ $key }` is missing.
   *[file] The key `{ $key }` is missing.
  }
too-few-members = { $where ->
    [entity] { $entity } names fewer than two { $of ->
        [interface] who work together
        [event] that become one
       *[co-location] who must sit together
      }.
   *[file] Fewer than two are named here { $of ->
        [interface] who work together
        [event] that become one
       *[co-location] who must sit together
      }.
  }
help = { $expected ->
    [text] Put the text in quotes if it holds `:`, `,`, `#`, `[` or `{"{"}`.
    [quantity] Write the number alone, or `unknown` if it is not known.
    [amount] Write the number alone, or `unknown` if it is not known.
    [date] Write the year first, or `unknown` if the date is not known.
    [version] Write `rokade: 1`.
   *[other] Mend the value, or take out the key.
  }
help-nearest = Did you mean `{ $nearest }`?
help-missing = { $key ->
    [rokade] Write `rokade: 1` as the file's first line; it is the version of the format that the file is in.
    [id] Give it an id that nothing else of its kind has, such as `id: ydelse-og-job`.
    [rule] Say which rule is allowed to speak, such as `rule: several-roots`.
    [unit] Say which unit it is, such as `unit: jobcenter`.
    [staff] Say which post it is, such as `staff: leder`.
    [kind] Say what kind of step it is, such as `kind: hearing`.
    [text] Say it in words, such as `text: "…"`.
    [to] Say where to, such as `to: jobcenter`, or `to: undecided`.
    [into] Say what comes of it under `into`.
    [head] Say who leads it: the id of a post, `vacant`, or `none` (without a head).
    [by] Say by how many, such as `by: 3-4`.
   *[other] Add the key.
  }
help-missing-kind-of-point = Say what kind of point it is, such as `kind: question` or `kind: objection`.
help-missing-sender = Say which body answered, such as `from: lmu-jobcenter`.
help-too-few-members = { $of ->
    [interface] Name at least two units or posts under `units` and `staff` in all.
    [event] Name one more; what stands under `into` counts, where it is another.
   *[co-location] Name at least two functions, units or posts under `functions`, `units` and `staff` in all.
  }
label = { $problem ->
    [missing] `{ $key }` is missing
    [too-few-members] fewer than two
   *[wrong-type] does not fit here
  }

### What the tool itself says.

skipped-hearing = Skipped { $file }: it is a hearing, and no part of a chart.
skipped-proposal = Skipped { $file }: it is a proposal written as events, and no part of a chart.
no-such-file = There is no file or folder { $path }.
cannot-read = { $path } cannot be read: { $reason }.
not-a-file = { $path } is neither a file nor a folder.
no-chart = The folder { $path } holds no chart: no *.yaml, *.yml, *.json or staff.csv that is one.
several-charts = The folder { $path } holds several charts, and one is needed: { $names }. Name the file.
no-proposal = { $path } is a full chart, and a proposal written as events is needed here (`base:` and `events:`). Two charts are compared by `rokade diff BASE REVISION`.
hearing = { $path } is a hearing (`hearing:`), and a chart or a proposal is needed here. `rokade check` checks a hearing; `rokade diff … --hearing { $path }` takes it along.
no-hearing = { $path } is no hearing: it has no `hearing:`.
no-such-rule = There is no rule `{ $rule }`. `rokade rules` lists them.
no-such-rule-nearest = There is no rule `{ $rule }`. Did you mean `{ $nearest }`?
skipped-name = Skipped { $file }: a part of a chart is named *.yaml, *.yml, *.json or staff.csv.
cannot-write = The output could not be written: { $reason }.
settings-syntax = { $place }: This is not TOML (the parser says: { $reason }).
settings-not-utf-8 = { $place }: The file is not UTF-8 text. Save it as UTF-8.
settings-too-large = { $place }: The file is larger than any settings are.
settings-unknown-key = { $place }: There is no setting `{ $key }`. There are: { $known }.
settings-unknown-key-nearest = { $place }: There is no setting `{ $key }`. Did you mean `{ $nearest }`?
settings-unknown-rule = { $place }: There is no rule `{ $rule }`. `rokade rules` lists them.
settings-unknown-rule-nearest = { $place }: There is no rule `{ $rule }`. Did you mean `{ $nearest }`?
settings-not-one-of = { $place }: `{ $key }` is { $found }, and must be one of: { $known }.
settings-not-one-of-nearest = { $place }: `{ $key }` is { $found }, and must be one of: { $known }. Did you mean "{ $nearest }"?
settings-wrong-type = { $place }: `{ $key }` is { $found }, and must be { $expected ->
    [bool] true or false
    [number] a whole number, without quotes
   *[table] a section: [{ $key }], with a setting on each line below
  }.
settings-out-of-range = { $place }: `{ $key }` is { $found }, and must be a whole number from { $least } to { $most }.
settings-twice = { $place }: `{ $key }` is set twice.

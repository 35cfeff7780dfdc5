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
cannot-save = { $path } could not be written: { $reason }.
no-format = There is no format for files that end in .{ $extension }. Choose one by --format.
no-terminal = A terminal cannot show the format { $format }. Name a file by -o.
nothing-to-compare = { $path } is a full chart, and there is nothing else to compare it with. Name a proposal too.
no-base-chart = { $path } is a full chart, and it is not said what to compare it with. Name that by --base, or name the chart of today first.
no-base-different = { $one } and { $other } start from different charts. Say by --base what to compare both with.
weight-shape = { $text } is no weight. A weight is written as `cost_a_year=2`.
weight-unknown = There is no measure `{ $name }`. docs/measures.md lists them.
weight-unknown-nearest = There is no measure `{ $name }`. Did you mean `{ $nearest }`?
weight-no-direction = `{ $name }` cannot be weighed: neither more nor less of it is better.
weight-negative = { $text } is a weight below nothing. Which way is better is settled already.
weight-twice = `{ $name }` is weighed twice.
response-too-large = { $path } is larger than a response can be.
response-not-utf-8 = { $path } is not text in UTF-8. Save the response as .docx, or as plain text with the encoding Unicode (UTF-8).
response-other-kind = { $path } is neither plain text nor a .docx document. Save the response as .docx, or as plain text in UTF-8.
response-damaged = { $path } is a .docx document that cannot be read. Open it in a word processor and save it again.
taken = { $path } is there already, and somebody may have edited it. Name another file.
extracted =
    Made of the response { $response } and the chart { $chart }. Read the file and put it right before you use it.
    The text of each point is the response's own. What kind of point it is (kind), what it is about (about) and
    which rules it points at (raises) is guessed from its words. Most questions are found, but many objections
    are missed, above all those in everyday words: read the response itself too.
extracted-proposal = Write the path of the proposal that is answered:
extracted-from = The sender was not found. Write the id of the body that answers; it must stand under `bodies` in the chart:
extracted-line = line { $line }
no-points = No questions or objections were found in { $path }.
settings-syntax = The file is not valid TOML (the parser says: { $reason }).
settings-not-utf-8 = The file is not UTF-8 text. Save it as UTF-8.
settings-too-large = The file is larger than any settings are.
settings-unknown-key = There is no setting `{ $key }`. There are: { $known }.
settings-unknown-key-nearest = There is no setting `{ $key }`. Did you mean `{ $nearest }`?
settings-unknown-rule = There is no rule `{ $rule }`. `rokade rules` lists them.
settings-unknown-rule-nearest = There is no rule `{ $rule }`. Did you mean `{ $nearest }`?
settings-not-one-of = `{ $key }` is { $found }, and must be one of: { $known }.
settings-not-one-of-nearest = `{ $key }` is { $found }, and must be one of: { $known }. Did you mean "{ $nearest }"?
settings-wrong-type = `{ $key }` is { $found }, and must be { $expected ->
    [bool] true or false
    [number] a whole number, without quotes
   *[table] a section: [{ $key }], with a setting on each line below
  }.
settings-out-of-range = `{ $key }` is { $found }, and must be a whole number from { $least } to { $most }.
settings-twice = `{ $key }` is set twice.
git-missing = git cannot be run: { $reason }. --against reads an earlier version with git.
git-no-repository = { $path } is in no git repository that can be read ({ $reason }).
git-no-commit = Git knows no version called { $name }. In a CI run the whole history may have to be fetched.
git-outside = { $path } lies outside the git repository { $top }.
baseline-too-large = The file is larger than a list of known findings can be.
baseline-version = The list of known findings is written in version { $reason }, which this release does not know.
baseline-unknown-key = There is no key `{ $key }` in a list of known findings.
baseline-key = `{ $key }` is missing or written wrongly. Write the list anew by --write-baseline.
baseline-written = { $findings ->
    [one] { $path }: 1 known finding is written. Say why at `because`.
   *[other] { $path }: { $findings } known findings are written. Say why at `because`.
  }
gone = The list of known findings names `{ $rule }` in { $file }, and it is found no more.
gone-what = The list of known findings names `{ $rule }` of { $what } in { $file }, and it is found no more.
gone-help = Remove it from the list, or write the list anew by --write-baseline.
gone-label = found no more
settings-label = here
cannot-watch = The files cannot be watched: { $reason }.
unread-for-now = Cannot be read right now: { $reason } The last result still stands above.
config-file = Settings from { $path } and elsewhere. Each line says where its value comes from.
config-no-file = There is no rokade.toml from here upwards. Each line says where its value comes from.
origin-flag = the command line
origin-environment = the environment variable ROKADE_LANG
origin-file = rokade.toml
origin-chart = the chart
origin-locale = the system's language
origin-default = default
step-read = Reading { $file }
step-judge = Working out the consequences

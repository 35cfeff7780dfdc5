### What the tool itself says.

skipped-hearing = Skipped { $file }: it is a hearing, and no part of a chart.
skipped-proposal = Skipped { $file }: it is a proposal written as events, and no part of a chart.
no-such-file = There is no file or folder { $path }.
cannot-read = { $path } cannot be read: { $reason }.
not-a-file = { $path } is neither a file nor a folder.
no-chart = The folder { $path } holds no chart: no *.yaml, *.yml, *.json or staff.csv that is one.
several-charts = The folder { $path } holds several charts, and one is needed: { $names }. Name the file.
no-proposal = { $path } is a full chart, and a proposal written as events is needed here (`base:` and `events:`). Two charts are compared by `rokade diff BASE REVISION`.
hearing = { $path } is a hearing (`hearing:`). Such files are not read yet.
no-such-rule = There is no rule `{ $rule }`. `rokade rules` lists them.
no-such-rule-nearest = There is no rule `{ $rule }`. Did you mean `{ $nearest }`?
skipped-name = Skipped { $file }: a part of a chart is named *.yaml, *.yml, *.json or staff.csv.
cannot-write = The output could not be written: { $reason }.

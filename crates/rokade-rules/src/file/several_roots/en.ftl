title = Several units at the top
message = { $units_count } units stand at the top with nothing above them: { $units }.
help = Say with `parent` which unit they belong to. If one of them is another organisation, write `external: true` on it.
label = has no `parent`

title = References to what is not there
message = { $where ->
    [entity] { $entity } refers under `{ $key }` to the
   *[file] `{ $key }` refers to the
  } { $kind ->
    [unit] unit
    [staff] post
    [function] function
    [site] site
    [target_group] target group
    [co_location] co-location
    [competence] competence
    [body] body
    [step] step
    [event] event
   *[other] thing
  } `{ $id }`, which is not there.
help = Mend the id, or add it under `{ $section }`{ $can_end ->
    [yes] . If it is something that has ended, put it under `ended`
   *[no] {""}
  }.
help-nearest = Did you mean `{ $nearest }`? Otherwise add `{ $id }` under `{ $section }`.
help-word = Did you mean `{ $nearest }`? It is the format's word for that.
message-base = The proposal cannot be applied: { $why ->
    [missing] `{ $path }` is not there or cannot be read.
    [loop] it stands on itself by way of `{ $path }`.
    [hearing] `{ $path }` is a hearing and no chart.
    [no-chart] the folder `{ $path }` holds no chart.
   *[several-charts] the folder `{ $path }` holds several charts.
  }
help-base = { $why ->
    [missing] Name under `base` the file or folder of the chart that the proposal changes. The path starts at the proposal's own folder.
    [loop] Name under `base` the chart or proposal that was there first.
    [hearing] Name under `base` the chart or proposal that the hearing was about.
    [no-chart] Put the chart in the folder, or name another file or folder.
   *[several-charts] Name one of the files in the folder.
  }
message-proposal = What the hearing names could not be looked up in the proposal it answers: { $why ->
    [missing] `{ $path }` is not there or cannot be read.
    [hearing] `{ $path }` is a hearing itself.
    [no-chart] the folder `{ $path }` holds no chart.
    [several-charts] the folder `{ $path }` holds several charts.
   *[unread] `{ $path }` has errors and could not be read to its end.
  }
help-proposal = { $why ->
    [missing] Name under `proposal` the file of the proposal. The path starts at the hearing's own folder.
    [hearing] Name under `proposal` the proposal that both hearings answer.
    [no-chart] Name the proposal's own file, not its folder.
    [several-charts] Name one of the files in the folder.
   *[unread] Mend the proposal and what it stands on: `rokade check` on its file says what is wrong.
  }
message-counter-proposal = The counter-proposal cannot be read: { $why ->
    [missing] `{ $path }` is not there or cannot be read.
    [hearing] `{ $path }` is a hearing and no proposal.
    [no-chart] the folder `{ $path }` holds no chart.
    [several-charts] the folder `{ $path }` holds several charts.
   *[unread] `{ $path }` has errors and could not be read to its end.
  }
help-counter-proposal = { $why ->
    [missing] Name under `counter_proposal` the file of the counter-proposal. The path starts at the hearing's own folder.
    [hearing] Name under `counter_proposal` the proposal itself, and not a hearing.
    [no-chart] Name the counter-proposal's own file instead of its folder.
    [several-charts] Name the one file in the folder that is the counter-proposal.
   *[unread] Mend the counter-proposal and what it stands on: `rokade check` on its file says what is wrong.
  }
not-judged-proposal = { $file } does not say which proposal it answers, so what it names could not be looked up. Add `proposal:`, or give the hearing to a comparison by `rokade diff … --hearing`.
label = { $why ->
    [reference] is not there
    [missing] cannot be read
    [unread] cannot be read to its end
    [loop] stands on the proposal itself
    [hearing] is a hearing
    [no-chart] holds no chart
   *[several-charts] several charts
  }

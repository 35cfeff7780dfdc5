title = Events that cannot be applied
message = { $action ->
    [establish] The founding
    [move] The move
    [relocate] The relocation
    [assign] The assignment
    [merge] The merger
    [split] The split
    [rename] The renaming
    [appoint] The appointment
    [recruit] The recruitment
    [reduce] The reduction
    [discontinue] The discontinuation
    [close] The closing
   *[none] An event
  } ({ $event ->
    [number] event no. { $number }
   *[id] `{ $id }`
  }) cannot be applied: { $why ->
    [no-action] it does not say what is to happen.
    [several-actions] it says several things that are to happen: { $keys }.
    [incomplete] { $keys_count ->
        [one] { $keys } is missing.
       *[other] one of the keys { $keys } is missing.
      }
    [unfit] `{ $key }` does not go with the rest of the event.
    [unknown] there is no { $kind ->
        [unit] unit
        [staff] post
        [function] function
        [site] site
        [target_group] target group
        [co_location] co-location
        [interface] interface
        [competence] competence
        [body] body
        [premise] premise
        [open] open decision
        [commitment] commitment
       *[step] step
      } `{ $thing_id }` when the event's turn comes.
    [ended] { $thing } has ended before the event's turn comes.
    [exists] the id `{ $thing_id }` is taken: { $kind ->
        [unit] a unit
        [staff] a post
        [function] a function
        [site] a site
        [target_group] a target group
        [co_location] a co-location
        [interface] an interface
        [competence] a competence
        [body] a body
        [premise] a premise
        [open] an open decision
        [commitment] a commitment
       *[step] a step
      } has it already.
    [too-many] { $what ->
        [cases] { $taken ->
            [one] 1 case is
           *[other] { $taken } cases are
          } taken from { $thing }, and there are only { $has }.
       *[posts] { $taken ->
            [one] 1 post is
           *[other] { $taken } posts are
          } taken from { $thing }, and there are only { $has }.
      }
    [parent-circle] { $way ->
        [itself] { $unit } cannot stand under itself.
       *[below] { $unit } cannot come to stand under { $under }, which stands under { $unit } itself.
      }
   *[not-held] { $unit } is not responsible for the part of { $function } that is to move.
  }
help = { $why ->
    [no-action] Write what is to happen, such as `move: {"{"} staff: advisers, to: jobcenter {"}"}`, or take the event out.
    [several-actions] Write each thing as an event of its own, in the order in which they are to happen.
    [incomplete] { $keys_count ->
        [one] Add it.
       *[other] { $action ->
            [rename] Write one of them, or both.
            [assign] Write at least one of them.
           *[other] Write exactly one of them.
        }
      }
    [unfit] Take the key out, or write it in an event of its own.
    [unknown] Mend the id, or found the thing in an earlier event. The other events are applied.
    [ended] Put the event before the one that ends the thing, or take it out. The other events are applied.
    [exists] Choose another id. The other events are applied.
    [too-many] Mend the number. If all of them are meant, leave it out. The other events are applied.
    [parent-circle] Choose another unit, or first move out the unit that stands below. The other events are applied.
   *[not-held] Mend `from`, `for` or `at`, or leave `from` out: then the function is taken from whoever holds it. The other events are applied.
  }
help-nearest = Did you mean `{ $nearest }`? Otherwise found the thing in an earlier event. The other events are applied.
label = { $why ->
    [no-action] nothing happens here
    [several-actions] several things at once
    [incomplete] something is missing here
    [unfit] does not belong here
    [unknown] is not there
    [ended] has ended
    [exists] is taken
    [too-many] more than there are
    [parent-circle] makes a circle
   *[not-held] is not responsible
  }

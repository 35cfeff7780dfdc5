### Words on org charts and on the map of co-locations. `$tense` is `will` in the chart before, `has` in the chart after.

head = Head: { $post }
head-word = head
head-vacant = The head post is vacant
head-none = No head
parent-undecided = it is not decided where it belongs
parent-ended = it stands under a unit that has closed
posts = { $posts ->
    [one] 1 post
   *[other] { $posts } posts
  }
posts-in-all = { $posts ->
    [one] 1 post
   *[other] { $posts } posts
  } in all

## What happens to a unit, in a word or two

word-closed = closes
word-new = new
word-merged = { $tense ->
    [has] merged
   *[will] to be merged
  }
word-split = { $tense ->
    [has] divided
   *[will] to be divided
  }
word-split-off = split off
word-moved = { $tense ->
    [has] moved
   *[will] moves
  }
word-relocated = { $tense ->
    [has] new site
   *[will] changes site
  }
word-site-open = { $tense ->
    [has] without a site
   *[will] loses site
  }
word-renamed = { $tense ->
    [has] renamed
   *[will] to be renamed
  }
word-new-head = new head
word-head-lost = { $tense ->
    [has] without a head
   *[will] loses head
  }
word-head-post-new = new head post
word-head-post-gone = { $tense ->
    [has] without a head post
   *[will] loses head post
  }
word-changed = { $tense ->
    [has] changed
   *[will] changes
  }

## What happens, in a few words

merged = { $way ->
    [with] with { $units } into { $to }
   *[into] becomes part of { $to }
  }
merged-with = with { $units }
split-up = into { $units }
remnant = part of it becomes { $units }
split-off = { $units } { $tense ->
    [has] now split off
   *[will] to be split off
  }{ $way ->
    [with] {" "}with { $what }
   *[bare] {""}
  }
split-off-of = from { $units }{ $way ->
    [with] {" "}with { $what }
   *[bare] {""}
  }
of = of { $units }
holds = { $units } has become part of it
moved = { $tense ->
    [has] { $from_kind ->
        [unit] from { $from }
        [ended] from { $from }
        [undecided] belonged to no place in particular
       *[top] stood at the top
      }
   *[will] { $to_kind ->
        [unit] to { $to }
        [ended] is left under { $to }, which closes
        [undecided] it is not decided where to
       *[top] comes to stand at the top
      }
  }
relocated = { $tense ->
    [has] from { $from }
   *[will] from { $from }{ $to_count ->
        [0] ; it is not decided where to
       *[other] {" "}to { $to }
      }
  }
renamed = { $tense ->
    [has] before: { $before }
   *[will] to { $now }
  }
head-text = { $way ->
    [same-title] { $new }, another post than { $tense ->
        [has] before
       *[will] now
      }
    [instead] { $new } instead of { $old }
    [first] { $new }
    [vacant-new] it is vacant
    [vacant] the head post { $tense ->
        [has] is vacant
       *[will] becomes vacant
      }
   *[none] { $tense ->
        [has] there is no head post
       *[will] there will be no head post
      }
  }
gets-part = { $tense ->
    [has] has got part of { $units }
   *[will] gets part of { $units }
  }

## What comes and goes

functions = { $n ->
    [one] 1 function
   *[other] { $n } functions
  }
units = { $n ->
    [one] 1 unit
   *[other] { $n } units
  }
units-new = { $n ->
    [one] 1 new unit
   *[other] { $n } new units
  }
posts-new = { $posts ->
    [one] 1 new post
   *[other] { $posts } new posts
  }
gives = { $tense ->
    [has] has given up { $what }
   *[will] gives up { $what }
  }
gets = { $tense ->
    [has] has got { $what }
   *[will] gets { $what }
  }
with = with { $what }
goes = { $units_count ->
    [0] { $what } go to other units
   *[other] { $what } go to { $units }
  }
functions-hang = nobody { $tense ->
    [has] has
   *[will] gets
  } the responsibility for { functions }
functions-end = { functions } { $tense ->
    [has] ended
   *[will] to end
  }
functions-absent = { functions } { $tense ->
    [has] no longer named
   *[will] to be named no longer
  }
functions-join = { functions } { $tense ->
    [has] now part of another
   *[will] to become part of another
  }
functions-relocate = { functions } { $tense ->
    [has] now at another site
   *[will] to another site
  }
units-close = { units } below it { $tense ->
    [has] closed
   *[will] to close
  }
posts-hang = { posts } { $tense ->
    [has] without a place
   *[will] to be without a place
  }
posts-end = { posts } { $tense ->
    [has] ended
   *[will] to end
  }
posts-relocate = { posts } { $tense ->
    [has] now at another site
   *[will] to another site
  }
posts-led = { posts } { $tense ->
    [has] under another nearest head
   *[will] to another nearest head
  }

## What is to be seen in an org chart

untitled = The organisation
untitled-before = The organisation today
untitled-after = The organisation after the change
shows = The chart shows { units }.
shows-before = The chart shows { units } before the change.
shows-after = The chart shows { units } after the change.
not-followed = Too few of the units can be followed from the one chart to the other, so it cannot be said what changes.
unchanged = None of them changes.
changes = { $what }.
rest-unchanged = { $n } { $n ->
    [one] is as it was.
   *[other] are as they were.
  }

closed-before = { $n ->
    [one] 1 closes
   *[other] { $n } close
  }
new-before = { $n ->
    [one] 1 is new
   *[other] { $n } are new
  }
merged-before = { $n ->
    [one] 1 is merged with others
   *[other] { $n } are merged with others
  }
split-before = { $n ->
    [one] 1 is divided
   *[other] { $n } are divided
  }
moved-before = { $n ->
    [one] 1 moves
   *[other] { $n } move
  }
relocated-before = { $n ->
    [one] 1 changes site
   *[other] { $n } change site
  }
renamed-before = { $n ->
    [one] 1 is renamed
   *[other] { $n } are renamed
  }
new-head-before = { $n ->
    [one] 1 gets its leadership changed
   *[other] { $n } get their leadership changed
  }
changed-before = { $n ->
    [one] 1 changes in another way
   *[other] { $n } change in another way
  }

closed-after = { $n ->
    [one] 1 has closed
   *[other] { $n } have closed
  }
new-after = { $n ->
    [one] 1 is new
   *[other] { $n } are new
  }
merged-after = { $n ->
    [one] 1 is merged of several
   *[other] { $n } are merged of several
  }
split-after = { $n ->
    [one] 1 is divided or split off
   *[other] { $n } are divided or split off
  }
moved-after = { $n ->
    [one] 1 has moved
   *[other] { $n } have moved
  }
relocated-after = { $n ->
    [one] 1 has changed site
   *[other] { $n } have changed site
  }
renamed-after = { $n ->
    [one] 1 is renamed
   *[other] { $n } are renamed
  }
new-head-after = { $n ->
    [one] 1 has had its leadership changed
   *[other] { $n } have had their leadership changed
  }
changed-after = { $n ->
    [one] 1 has changed in another way
   *[other] { $n } have changed in another way
  }

## Co-locations

co-locations = Co-locations before and after
co-locations-show = The chart shows { $n ->
    [one] 1 co-location
   *[other] { $n } co-locations
  }: { $what }.
co-location = { $for ->
    [groups] { $members } for { $groups }
   *[anyone] { $members }
  }

site = { $now } (before: { $before })

word-broken = broken
word-weakened = weakened
word-apart = not met
word-made = met
word-kept = kept
word-dropped = lapses
word-unknown = unknown

count-broken = { $n ->
    [one] 1 is broken
   *[other] { $n } are broken
  }
count-weakened = { $n ->
    [one] 1 is weakened
   *[other] { $n } are weakened
  }
count-apart = { $n ->
    [one] 1 is not met, neither before nor after
   *[other] { $n } are not met, neither before nor after
  }
count-made = { $n ->
    [one] 1 is met
   *[other] { $n } are met
  }
count-kept = { $n ->
    [one] 1 is kept
   *[other] { $n } are kept
  }
count-dropped = { $n ->
    [one] 1 lapses
   *[other] { $n } lapse
  }
count-unknown = { $n ->
    [one] 1 cannot be judged
   *[other] { $n } cannot be judged
  }

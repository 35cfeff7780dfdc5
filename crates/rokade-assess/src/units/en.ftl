### A unit’s page. Numbers may be ranges in text; lists of names are `$…_count` long.

## The unit itself

unit-closed = The unit closes.
unit-merged = The unit becomes part of { $to }{ $others_count ->
    [0] {""}
   *[other] {" "}together with { $others }
  }.
unit-remnant = The unit closes, and a part of it becomes { $to }.
unit-split = The unit is split into { $to }.
unit-new = The unit is new{ $under ->
    [unit] {" "}and will stand under { $parent }
   *[none] {""}
  }.
unit-split-off = The unit is split off { $units }{ $under ->
    [unit] {" "}and will stand under { $parent }
   *[none] {""}
  }.
unit-made = The unit is made of { $units }{ $under ->
    [unit] {" "}and will stand under { $parent }
   *[none] {""}
  }.
unit-takes-in = { $units_count ->
    [one] { $units } becomes part of the unit.
   *[other] { $units } become part of the unit.
  }
unit-gets-part = The unit gets a part of { $units }.
unit-loses = { $units_count ->
    [one] { $units } is split off the unit.
   *[other] { $units } are split off the unit.
  }
unit-moved = { $to_kind ->
    [unit] The unit moves { $from_kind ->
        [unit] from { $from } to { $to }
       *[top] and will stand under { $to }
      }.
    [undecided] The unit no longer stands under { $from_kind ->
        [unit] { $from }
       *[top] the same
      }, and it is not settled where it is to belong.
    [ended] The unit is left under a unit that closes{ $from_kind ->
        [unit] {" "}({ $from })
       *[top] {""}
      }.
   *[top] The unit will stand at the top{ $from_kind ->
        [unit] {" "}and no longer under { $from }
       *[top] {""}
      }.
  }
unit-relocated = The unit changes its site from { $from } to { $to }.
unit-siteless = { $open ->
    [undecided] The unit is to leave { $from }, and it is not settled for where.
   *[none] The unit is to leave { $from }, and no new site is stated.
  }
unit-renamed = The unit changes its name to { $name }.
unit-headed = { $way ->
    [unfilled] The unit’s head will be { $new }{ $was ->
        [post] {" "}instead of { $old }
       *[none] {""}
      }, and nobody is in the post.
    [vacant] The head post becomes vacant{ $was ->
        [post] : { $old } no longer leads the unit
       *[none] {""}
      }.
    [none] The unit no longer gets a head of its own{ $was ->
        [post] : { $old } leads it no more
       *[none] {""}
      }.
    [first] The unit gets a head of its own: { $new }.
   *[instead] The unit gets another head: { $new } instead of { $old }.
  }

## The units right below

units-leave = { $units_count ->
    [one] { $units } no longer stands under the unit.
   *[other] { $units } no longer stand under the unit.
  }
units-close = { $units_count ->
    [one] { $units }, which stands under the unit, closes.
   *[other] These units under it close: { $units }.
  }
units-come = { $units } will stand under the unit.
units-new = { $units_count ->
    [one] { $units } is founded under the unit.
   *[other] { $units_count } new units are founded under the unit: { $units }.
  }

## Posts

posts-unplaced = { $posts ->
    [one] 1 post has
   *[other] { $posts_start } posts have
  } no place in the proposal: { $staff }.
posts-go = { $posts ->
    [one] 1 post moves
   *[other] { $posts_start } posts move
  } { $to ->
    [yes] to { $unit }
   *[no] { $unit }
  }{ $place ->
    [new] {" "}at { $site }
    [same] {" "}and stay at { $site }
   *[none] {""}
  }: { $staff }.
posts-go-more = { $posts ->
    [one] 1 post moves
   *[other] { $posts_start } posts move
  } to other units: { $units }{ $sites_count ->
    [0] {""}
   *[other] {" "}(at { $sites })
  }.
posts-end = { $posts ->
    [one] 1 post ends
   *[other] { $posts_start } posts end
  }: { $staff }.
posts-come = { $posts ->
    [one] 1 post comes
   *[other] { $posts_start } posts come
  } from { $unit }: { $staff }.
posts-placed = { $posts ->
    [one] 1 post that belonged to no unit comes
   *[other] { $posts_start } posts that belonged to no unit come
  } to it: { $staff }.
posts-come-more = { $posts ->
    [one] 1 post comes
   *[other] { $posts_start } posts come
  } from other units: { $units }.
posts-new = { $posts ->
    [one] There is 1 new post
   *[other] There are { $posts } new posts
  }: { $staff }.
posts-follow = { $posts ->
    [one] 1 post
   *[other] { $posts_start } posts
  } { $to ->
    [yes] go along to { $unit }{ $place ->
        [new] {" "}at { $site }
        [same] {" "}and stay at { $site }
       *[none] {""}
      }
   *[no] move with the unit{ $place ->
        [none] {""}
       *[new] {" "}to { $site }
      }
  }: { $staff }.
posts-follow-more = { $posts ->
    [one] 1 post
   *[other] { $posts_start } posts
  } go along to { $units_count ->
    [0] other sites: { $sites }
   *[other] other units: { $units }
  }.
posts-sit = { $posts ->
    [one] 1 post stays in the unit but moves
   *[other] { $posts_start } posts stay in the unit but move
  } to { $place ->
    [none] another place
   *[new] { $site }
  }: { $staff }.
posts-sit-more = { $posts ->
    [one] 1 post stays in the unit but moves
   *[other] { $posts_start } posts stay in the unit but move
  } to other sites: { $sites }.
posts-led = { $posts ->
    [one] 1 post stays and gets another head
   *[other] { $posts_start } posts stay and get another head
  }: { $staff }.
posts-stay = { $posts ->
    [one] 1 post stays where it is
   *[other] { $posts_start } posts stay where they are
  }: { $staff }.

## Functions

functions-hang = { $functions_count ->
    [one] Nobody is responsible for 1 function
   *[other] Nobody is responsible for { $functions_count } functions
  }: { $functions }.
functions-go = { $functions_count ->
    [one] 1 function moves
   *[other] { $functions_count } functions move
  } to { $units }: { $functions }.
functions-go-more = { $functions_count ->
    [one] 1 function moves
   *[other] { $functions_count } functions move
  } to other units ({ $units }): { $functions }.
parts-go = Part of { $functions_count ->
    [one] 1 function moves
   *[other] { $functions_count } functions moves
  } to { $units }: { $functions }.
parts-go-more = Part of { $functions_count ->
    [one] 1 function moves
   *[other] { $functions_count } functions moves
  } to other units ({ $units }): { $functions }.
parts-come = Part of { $functions_count ->
    [one] 1 function comes
   *[other] { $functions_count } functions comes
  } from { $units }: { $functions }.
parts-come-more = Part of { $functions_count ->
    [one] 1 function comes
   *[other] { $functions_count } functions comes
  } from other units ({ $units }): { $functions }.
functions-end = { $functions_count ->
    [one] 1 function ends
   *[other] { $functions_count } functions end
  }: { $functions }.
functions-absent = { $functions_count ->
    [one] 1 function is no longer named
   *[other] { $functions_count } functions are no longer named
  }: { $functions }.
functions-come = { $functions_count ->
    [one] 1 function comes
   *[other] { $functions_count } functions come
  }{ $units_count ->
    [0] {" "}to it
   *[other] {" "}from { $units }
  }: { $functions }.
functions-come-more = { $functions_count ->
    [one] 1 function comes
   *[other] { $functions_count } functions come
  } from other units ({ $units }): { $functions }.
functions-new = { $functions_count ->
    [one] There is 1 new function
   *[other] There are { $functions_count } new functions
  }: { $functions }.

function-stays = stays
function-hangs = nobody is responsible
function-hangs-partly = stays, but nobody is responsible for a part of it
function-ends = ends
function-absent = is no longer named
function-divided = becomes { $functions }
function-absorbed = becomes part of { $functions }
function-absorbed-elsewhere = becomes part of { $functions }{ $units_count ->
    [0] {""}
   *[other] {" "}in { $units }
  }
function-goes = moves to { $units }
function-goes-partly = stays, but a part moves to { $units }
function-follows = goes along to { $units }
function-given-up = the unit is no longer responsible
function-takes-over = stays; the unit also gets the part that { $units_count ->
    [one] { $units } has
   *[other] { $units } have
  } today
function-joined = stays; { $units } will be responsible for it too
function-relocated = stays in the unit, but moves to { $sites }
function-new = new function
function-gets = the unit becomes responsible, where nobody was
function-comes = comes from { $units }
function-comes-partly = a part comes from { $units }
function-joins = the unit becomes responsible together with { $units }

## Facts

fact-name = Name
fact-parent = Stands under
fact-head = Head
fact-sites = Site
fact-posts = Posts
fact-posts-below = Posts with the units below it
fact-units = Units below it
fact-functions = Functions
fact-groups = Target groups
fact-until = Ends

parent-none = none (at the top)
not-stated = not stated
groups-anyone = everybody
count = { $n ->
    [0] none
   *[other] { $n }
  }
list = { $things_count ->
    [0] none
   *[other] { $things }
  }

## Hearing

heard-decides = { $body } represents the unit and makes the decision itself.
heard-not = { $body } represents the unit, but it is not stated that the body is heard.
heard-nobody = It is not stated who is heard on behalf of the unit: no body is stated for it.

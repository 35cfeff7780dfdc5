### Where posts go, and all differences as lines. `posts` may be a range in text.

fate-stays = stays
fate-led = gets another head
fate-follows = goes with the unit
fate-moves = moves
fate-ends = ends
fate-unplaced = without a place
fate-new = { $posts ->
    [one] new
   *[other] new
  }

undecided = not decided
under-ended = a unit that has closed
head-none = no head
head-vacant = vacant
head-unfilled = { $title } (vacant)
head-waiting = vacant (the head post of { $unit })
head-ended = none (the head post has ended)

topic-units = Units
topic-functions = Functions
topic-places = Sites
topic-citizens = Citizens
topic-people = Staff
topic-leadership = Leadership

unit-closed = unit closes
unit-merged = unit is merged with others
unit-split = unit is split
unit-founded = new unit
unit-moved = unit moves
unit-relocated = unit goes to another site
unit-renamed = unit gets a new name
unit-respelt = the name of a unit is spelt otherwise
function-unassigned = nobody is responsible for the function
function-ended = function ends
function-absent = function is no longer named
function-divided = function becomes several functions
function-absorbed = function becomes part of another function
function-moved = function moves
function-relocated = function goes to another site
function-split = part of the function moves
function-joined = more units become responsible for the function
function-founded = new function
function-renamed = function gets a new name
function-respelt = the name of a function is spelt otherwise
site-closed = site is no longer used
site-opened = new site
site-renamed = site gets a new name
site-respelt = the name of a site is spelt otherwise
co-location-dropped = co-location is no longer named
co-location-stated = new co-location
target-group-renamed = target group gets a new name
target-group-respelt = the name of a target group is spelt otherwise
staff-unplaced = posts without a place
staff-ended = posts end
staff-moved = posts move
staff-relocated = posts go to another site
staff-led = posts get another head
staff-added = new posts
staff-renamed = post gets a new title
staff-respelt = the title of a post is spelt otherwise
head-changed = unit gets another head

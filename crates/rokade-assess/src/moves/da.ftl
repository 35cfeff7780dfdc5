### Hvor stillinger går hen, og alle forskelle som linjer. `posts` kan være et interval som tekst.

fate-stays = bliver
fate-led = får ny leder
fate-follows = følger enheden
fate-moves = flyttes
fate-ends = nedlægges
fate-unplaced = uden plads
fate-new = { $posts ->
    [one] ny
   *[other] nye
  }

undecided = ikke afgjort
under-ended = en enhed, der er lukket
head-none = ingen leder
head-vacant = ledig
head-unfilled = { $title } (ledig)
head-waiting = ledig (lederstillingen i { $unit })
head-ended = ingen (lederstillingen er nedlagt)

topic-units = Enheder
topic-functions = Opgaver
topic-places = Adresser
topic-citizens = Borgere
topic-people = Medarbejdere
topic-leadership = Ledelse

unit-closed = enhed lukkes
unit-merged = enhed lægges sammen med andre
unit-split = enhed deles
unit-founded = ny enhed
unit-moved = enhed flyttes
unit-relocated = enhed skifter adresse
unit-renamed = enhed får nyt navn
unit-respelt = navnet på en enhed staves anderledes
function-unassigned = ingen har ansvaret for opgaven
function-ended = opgave ophører
function-absent = opgave nævnes ikke længere
function-divided = opgave deles i flere opgaver
function-absorbed = opgave bliver en del af en anden opgave
function-moved = opgave flyttes
function-relocated = opgave skifter adresse
function-split = en del af opgaven flyttes
function-joined = flere enheder får ansvaret for opgaven
function-founded = ny opgave
function-renamed = opgave får nyt navn
function-respelt = navnet på en opgave staves anderledes
site-closed = adresse bruges ikke længere
site-opened = ny adresse
site-renamed = adresse får nyt navn
site-respelt = navnet på en adresse staves anderledes
co-location-dropped = samlokalisering nævnes ikke længere
co-location-stated = ny samlokalisering
target-group-renamed = målgruppe får nyt navn
target-group-respelt = navnet på en målgruppe staves anderledes
staff-unplaced = stillinger uden plads
staff-ended = stillinger nedlægges
staff-moved = stillinger flyttes
staff-relocated = stillinger skifter adresse
staff-led = stillinger får en anden leder
staff-added = nye stillinger
staff-renamed = stilling får ny titel
staff-respelt = titlen på en stilling staves anderledes
head-changed = enhed får en anden leder

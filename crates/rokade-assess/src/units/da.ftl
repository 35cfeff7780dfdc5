### Siden om en enhed. Tal kan være intervaller som tekst; lister af navne er `$…_count` lange.

## Enheden selv

unit-closed = Enheden lukkes.
unit-merged = Enheden bliver en del af { $to }{ $others_count ->
    [0] {""}
   *[other] {" "}sammen med { $others }
  }.
unit-remnant = Enheden lukkes, og en del af den bliver til { $to }.
unit-split = Enheden deles i { $to }.
unit-new = Enheden er ny{ $under ->
    [unit] {" "}og kommer til at høre under { $parent }
   *[none] {""}
  }.
unit-split-off = Enheden skilles ud af { $units }{ $under ->
    [unit] {" "}og kommer til at høre under { $parent }
   *[none] {""}
  }.
unit-made = Enheden bliver dannet af { $units }{ $under ->
    [unit] {" "}og kommer til at høre under { $parent }
   *[none] {""}
  }.
unit-takes-in = { $units } bliver en del af enheden.
unit-gets-part = Enheden får en del af { $units }.
unit-loses = { $units } skilles ud af enheden.
unit-moved = { $to_kind ->
    [unit] Enheden flyttes { $from_kind ->
        [unit] fra { $from } til { $to }
       *[top] og kommer til at høre under { $to }
      }.
    [undecided] Enheden hører ikke længere under { $from_kind ->
        [unit] { $from }
       *[top] det samme
      }, og det er ikke afgjort, hvor den skal høre til.
    [ended] Enheden står tilbage under en enhed, der lukkes{ $from_kind ->
        [unit] {" "}({ $from })
       *[top] {""}
      }.
   *[top] Enheden kommer til at stå øverst{ $from_kind ->
        [unit] {" "}og hører ikke længere under { $from }
       *[top] {""}
      }.
  }
unit-relocated = Enheden skifter adresse fra { $from } til { $to }.
unit-siteless = { $open ->
    [undecided] Enheden skal væk fra { $from }, og det er ikke afgjort, hvorhen.
   *[none] Enheden skal væk fra { $from }, og der er ikke oplyst en ny adresse.
  }
unit-renamed = Enheden skifter navn til { $name }.
unit-headed = { $way ->
    [unfilled] Enhedens leder bliver { $new }{ $was ->
        [post] {" "}i stedet for { $old }
       *[none] {""}
      }, og stillingen er ikke besat.
    [vacant] Lederstillingen bliver ledig{ $was ->
        [post] : { $old } leder ikke længere enheden
       *[none] {""}
      }.
    [none] Enheden får ikke længere sin egen leder{ $was ->
        [post] : { $old } leder den ikke mere
       *[none] {""}
      }.
    [first] Enheden får sin egen leder: { $new }.
   *[instead] Enheden får en anden leder: { $new } i stedet for { $old }.
  }

## Enhederne lige under

units-leave = { $units } hører ikke længere under enheden.
units-close = { $units_count ->
    [one] { $units }, som hører under enheden, lukkes.
   *[other] Disse enheder under den lukkes: { $units }.
  }
units-come = { $units } kommer til at høre under enheden.
units-new = { $units_count ->
    [one] Under enheden oprettes { $units }.
   *[other] Under enheden oprettes { $units_count } nye enheder: { $units }.
  }

## Stillinger

posts-unplaced = { $posts ->
    [one] 1 stilling har
   *[other] { $posts_start } stillinger har
  } ingen plads i forslaget: { $staff }.
posts-go = { $posts ->
    [one] 1 stilling
   *[other] { $posts_start } stillinger
  } flytter { $to ->
    [yes] til { $unit }
   *[no] { $unit }
  }{ $place ->
    [new] {" "}på { $site }
    [same] {" "}og bliver siddende på { $site }
   *[none] {""}
  }: { $staff }.
posts-go-more = { $posts ->
    [one] 1 stilling
   *[other] { $posts_start } stillinger
  } flytter til andre enheder: { $units }{ $sites_count ->
    [0] {""}
   *[other] {" "}(på { $sites })
  }.
posts-end = { $posts ->
    [one] 1 stilling nedlægges
   *[other] { $posts_start } stillinger nedlægges
  }: { $staff }.
posts-come = { $posts ->
    [one] 1 stilling
   *[other] { $posts_start } stillinger
  } kommer fra { $unit }: { $staff }.
posts-placed = { $posts ->
    [one] 1 stilling
   *[other] { $posts_start } stillinger
  }, der ikke hørte til nogen enhed, kommer til: { $staff }.
posts-come-more = { $posts ->
    [one] 1 stilling
   *[other] { $posts_start } stillinger
  } kommer fra andre enheder: { $units }.
posts-new = { $posts ->
    [one] Der kommer 1 ny stilling
   *[other] Der kommer { $posts } nye stillinger
  }: { $staff }.
posts-follow = { $posts ->
    [one] 1 stilling
   *[other] { $posts_start } stillinger
  } { $to ->
    [yes] følger med til { $unit }{ $place ->
        [new] {" "}på { $site }
        [same] {" "}og bliver siddende på { $site }
       *[none] {""}
      }
   *[no] flytter med enheden{ $place ->
        [none] {""}
       *[new] {" "}til { $site }
      }
  }: { $staff }.
posts-follow-more = { $posts ->
    [one] 1 stilling
   *[other] { $posts_start } stillinger
  } følger med til { $units_count ->
    [0] andre adresser: { $sites }
   *[other] andre enheder: { $units }
  }.
posts-sit = { $posts ->
    [one] 1 stilling
   *[other] { $posts_start } stillinger
  } bliver i enheden, men flytter til { $place ->
    [none] et andet sted
   *[new] { $site }
  }: { $staff }.
posts-sit-more = { $posts ->
    [one] 1 stilling
   *[other] { $posts_start } stillinger
  } bliver i enheden, men flytter til andre adresser: { $sites }.
posts-led = { $posts ->
    [one] 1 stilling bliver og får en anden leder
   *[other] { $posts_start } stillinger bliver og får en anden leder
  }: { $staff }.
posts-stay = { $posts ->
    [one] 1 stilling bliver, hvor den er
   *[other] { $posts_start } stillinger bliver, hvor de er
  }: { $staff }.

## Opgaver

functions-hang = { $functions_count ->
    [one] 1 opgave har ingen ansvarlig
   *[other] { $functions_count } opgaver har ingen ansvarlig
  }: { $functions }.
functions-go = { $functions_count ->
    [one] 1 opgave
   *[other] { $functions_count } opgaver
  } flytter til { $units }: { $functions }.
functions-go-more = { $functions_count ->
    [one] 1 opgave
   *[other] { $functions_count } opgaver
  } flytter til andre enheder ({ $units }): { $functions }.
parts-go = En del af { $functions_count ->
    [one] 1 opgave
   *[other] { $functions_count } opgaver
  } flytter til { $units }: { $functions }.
parts-go-more = En del af { $functions_count ->
    [one] 1 opgave
   *[other] { $functions_count } opgaver
  } flytter til andre enheder ({ $units }): { $functions }.
parts-come = En del af { $functions_count ->
    [one] 1 opgave
   *[other] { $functions_count } opgaver
  } kommer fra { $units }: { $functions }.
parts-come-more = En del af { $functions_count ->
    [one] 1 opgave
   *[other] { $functions_count } opgaver
  } kommer fra andre enheder ({ $units }): { $functions }.
functions-end = { $functions_count ->
    [one] 1 opgave ophører
   *[other] { $functions_count } opgaver ophører
  }: { $functions }.
functions-absent = { $functions_count ->
    [one] 1 opgave nævnes ikke længere
   *[other] { $functions_count } opgaver nævnes ikke længere
  }: { $functions }.
functions-come = { $functions_count ->
    [one] 1 opgave kommer
   *[other] { $functions_count } opgaver kommer
  }{ $units_count ->
    [0] {" "}til
   *[other] {" "}fra { $units }
  }: { $functions }.
functions-come-more = { $functions_count ->
    [one] 1 opgave kommer
   *[other] { $functions_count } opgaver kommer
  } fra andre enheder ({ $units }): { $functions }.
functions-new = { $functions_count ->
    [one] Der kommer 1 ny opgave
   *[other] Der kommer { $functions_count } nye opgaver
  }: { $functions }.

function-stays = bliver
function-hangs = ingen har ansvaret
function-hangs-partly = bliver, men ingen har ansvaret for en del af den
function-ends = ophører
function-absent = nævnes ikke længere
function-divided = deles i { $functions }
function-absorbed = bliver en del af { $functions }
function-absorbed-elsewhere = bliver en del af { $functions }{ $units_count ->
    [0] {""}
   *[other] {" "}i { $units }
  }
function-goes = flyttes til { $units }
function-goes-partly = bliver, men en del flyttes til { $units }
function-follows = følger med til { $units }
function-given-up = enheden har ikke længere ansvaret
function-takes-over = bliver; enheden overtager også den del, { $units } har i dag
function-joined = bliver; { $units } får også ansvar for den
function-relocated = bliver i enheden, men flyttes til { $sites }
function-new = ny opgave
function-gets = enheden får ansvaret, som ingen havde
function-comes = kommer fra { $units }
function-comes-partly = en del kommer fra { $units }
function-joins = enheden får ansvar for den sammen med { $units }

## Fakta

fact-name = Navn
fact-parent = Hører under
fact-head = Leder
fact-sites = Adresse
fact-posts = Stillinger
fact-posts-below = Stillinger med enhederne under den
fact-units = Enheder under den
fact-functions = Opgaver
fact-groups = Målgrupper
fact-until = Ophører

parent-none = ingen (øverst)
not-stated = ikke oplyst
groups-anyone = alle
count = { $n ->
    [0] ingen
   *[other] { $n }
  }
list = { $things_count ->
    [0] ingen
   *[other] { $things }
  }

## Høring

heard-decides = { $body } repræsenterer enheden og tager selv beslutningen.
heard-not = { $body } repræsenterer enheden, men det fremgår ikke, at udvalget bliver hørt.
heard-nobody = Det fremgår ikke, hvem der bliver hørt på enhedens vegne: Intet udvalg er oplyst for den.

### Ord på organisationsdiagrammer og på kortet over samlokaliseringer. `$tense` er `will` i diagrammet før, `has` i diagrammet efter.

head = Leder: { $post }
head-word = leder
head-vacant = Lederstillingen er ledig
head-none = Ingen leder
parent-undecided = det er ikke afgjort, hvor den hører til
parent-ended = den hører under en enhed, der er lukket
posts = { $posts ->
    [one] 1 stilling
   *[other] { $posts } stillinger
  }
posts-in-all = { $posts ->
    [one] 1 stilling
   *[other] { $posts } stillinger
  } i alt

## Hvad der sker med en enhed, i et ord eller to

word-closed = lukkes
word-new = ny
word-merged = { $tense ->
    [has] lagt sammen
   *[will] lægges sammen
  }
word-split = { $tense ->
    [has] delt
   *[will] deles
  }
word-split-off = udskilt
word-moved = { $tense ->
    [has] flyttet
   *[will] flyttes
  }
word-relocated = { $tense ->
    [has] ny adresse
   *[will] skifter adresse
  }
word-site-open = { $tense ->
    [has] uden adresse
   *[will] mister adresse
  }
word-renamed = { $tense ->
    [has] omdøbt
   *[will] omdøbes
  }
word-new-head = ny leder
word-head-lost = { $tense ->
    [has] uden leder
   *[will] mister leder
  }
word-head-post-new = ny lederstilling
word-head-post-gone = { $tense ->
    [has] uden lederstilling
   *[will] mister lederstilling
  }
word-changed = { $tense ->
    [has] ændret
   *[will] ændres
  }

## Hvad der sker, i få ord

merged = { $way ->
    [with] med { $units } til { $to }
   *[into] bliver en del af { $to }
  }
merged-with = med { $units }
split-up = i { $units }
remnant = en del af den bliver til { $units }
split-off = { $units } { $tense ->
    [has] er udskilt
   *[will] udskilles
  }{ $way ->
    [with] {" "}med { $what }
   *[bare] {""}
  }
split-off-of = af { $units }{ $way ->
    [with] {" "}med { $what }
   *[bare] {""}
  }
of = af { $units }
holds = { $units } er blevet en del af den
moved = { $tense ->
    [has] { $from_kind ->
        [unit] fra { $from }
        [ended] fra { $from }
        [undecided] hørte ikke til noget bestemt sted
       *[top] stod øverst
      }
   *[will] { $to_kind ->
        [unit] til { $to }
        [ended] bliver stående under { $to }, som lukkes
        [undecided] det er ikke afgjort, hvortil
       *[top] kommer til at stå øverst
      }
  }
relocated = { $tense ->
    [has] fra { $from }
   *[will] fra { $from }{ $to_count ->
        [0] ; det er ikke afgjort, hvorhen
       *[other] {" "}til { $to }
      }
  }
renamed = { $tense ->
    [has] før: { $before }
   *[will] til { $now }
  }
head-text = { $way ->
    [same-title] { $new }, en anden stilling end { $tense ->
        [has] før
       *[will] nu
      }
    [instead] { $new } i stedet for { $old }
    [first] { $new }
    [vacant-new] den er ledig
    [vacant] lederstillingen { $tense ->
        [has] er ledig
       *[will] bliver ledig
      }
   *[none] { $tense ->
        [has] der er ingen lederstilling
       *[will] der bliver ingen lederstilling
      }
  }
gets-part = { $tense ->
    [has] har fået en del af { $units }
   *[will] får en del af { $units }
  }

## Hvad der kommer og går

functions = { $n ->
    [one] 1 opgave
   *[other] { $n } opgaver
  }
units = { $n ->
    [one] 1 enhed
   *[other] { $n } enheder
  }
units-new = { $n ->
    [one] 1 ny enhed
   *[other] { $n } nye enheder
  }
posts-new = { $posts ->
    [one] 1 ny stilling
   *[other] { $posts } nye stillinger
  }
gives = { $tense ->
    [has] har afgivet { $what }
   *[will] afgiver { $what }
  }
gets = { $tense ->
    [has] har fået { $what }
   *[will] får { $what }
  }
with = med { $what }
goes = { $units_count ->
    [0] { $what } går til andre enheder
   *[other] { $what } går til { $units }
  }
functions-hang = ingen { $tense ->
    [has] har
   *[will] får
  } ansvaret for { functions }
functions-end = { functions } { $tense ->
    [has] er ophørt
   *[will] ophører
  }
functions-absent = { functions } { $tense ->
    [has] er ikke nævnt længere
   *[will] nævnes ikke længere
  }
functions-join = { functions } { $tense ->
    [has] er blevet en del af en anden
   *[will] bliver en del af en anden
  }
functions-relocate = { functions } { $tense ->
    [has] har skiftet adresse
   *[will] skifter adresse
  }
units-close = { units } under den { $tense ->
    [has] er lukket
   *[will] lukkes
  }
posts-hang = { posts } { $tense ->
    [has] er uden plads
   *[will] får ingen plads
  }
posts-end = { posts } { $tense ->
    [has] er nedlagt
   *[will] nedlægges
  }
posts-relocate = { posts } { $tense ->
    [has] har skiftet adresse
   *[will] skifter adresse
  }
posts-led = { posts } { $tense ->
    [has] har skiftet nærmeste leder
   *[will] skifter nærmeste leder
  }

## Hvad der er at se i et organisationsdiagram

untitled = Organisationen
untitled-before = Organisationen i dag
untitled-after = Organisationen efter ændringen
shows = Diagrammet viser { units }.
shows-before = Diagrammet viser { units } før ændringen.
shows-after = Diagrammet viser { units } efter ændringen.
not-followed = For få af enhederne kan følges fra det ene diagram til det andet, så det kan ikke siges, hvad der ændrer sig.
unchanged = Ingen af dem ændrer sig.
changes = { $what }.
rest-unchanged = { $n ->
    [one] 1 er uændret.
   *[other] { $n } er uændrede.
  }

closed-before = { $n } lukkes
new-before = { $n } er nye
merged-before = { $n } lægges sammen med andre
split-before = { $n } deles
moved-before = { $n } flyttes
relocated-before = { $n } skifter adresse
renamed-before = { $n } omdøbes
new-head-before = { $n } får ændret ledelse
changed-before = { $n } ændres på anden måde

closed-after = { $n } er lukket
new-after = { $n } er { $n ->
    [one] ny
   *[other] nye
  }
merged-after = { $n } er lagt sammen af flere
split-after = { $n } er delt eller udskilt
moved-after = { $n } er flyttet
relocated-after = { $n } har skiftet adresse
renamed-after = { $n } er omdøbt
new-head-after = { $n } har fået ændret ledelse
changed-after = { $n } er ændret på anden måde

## Samlokaliseringer

co-locations = Samlokaliseringer før og efter
co-locations-show = Diagrammet viser { $n ->
    [one] 1 samlokalisering
   *[other] { $n } samlokaliseringer
  }: { $what }.
co-location = { $for ->
    [groups] { $members } for { $groups }
   *[anyone] { $members }
  }

site = { $now } (før: { $before })

word-broken = brydes
word-weakened = svækkes
word-apart = ikke opfyldt
word-made = opfyldes
word-kept = bevares
word-dropped = bortfalder
word-unknown = ukendt

count-broken = { $n } brydes
count-weakened = { $n } svækkes
count-apart = { $n } er ikke opfyldt, hverken før eller efter
count-made = { $n } opfyldes
count-kept = { $n } bevares
count-dropped = { $n } bortfalder
count-unknown = { $n } kan ikke bedømmes

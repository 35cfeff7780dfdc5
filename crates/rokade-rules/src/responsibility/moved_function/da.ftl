title = Opgaver, der flytter
message = { functions } går fra { $from }{ fate } til { $into }{ reason }{ names }{ places }{ $head_changed ->
    [none] {""}
   *[other] {" "}{ $head_changed ->
        [all] Nærmeste leder er
       *[other] For { $head_functions } er nærmeste leder
      } herefter lederen af { $to_heads } og ikke lederen af { $from_heads }.
  }{ staff-today }
kept = { functions } hører ikke længere under { $from }{ fate-kept } men kun under { $into }{ reason }{ names }{ places }{ staff-today }
place = { functions } { $to_sites_count ->
    [0] udføres ikke længere på { $from_sites }
   *[other] udføres herefter på { $to_sites } og ikke på { $from_sites }
  }, men hører stadig under { $into }{ names }{ staff-today }
help = Aftal, hvornår opgaven skifter hænder, og om medarbejderne og deres viden følger med. Er flytningen ikke tilsigtet, så ret den ansvarlige enhed eller adressen (`responsible`) i forslaget.
label-base = i dag: { $holders }
label-revision = herefter: { $holders }
label-base-place = i dag på { $sites }
label-revision-place = herefter på { $sites }

# Dele af sætningerne ovenfor.
functions = { $members ->
    [one] { $functions }
   *[other] { $members } opgaver
  }
names = { $members ->
    [one] .
   *[other] : { $functions }.
  }
fate-kept = { $reason_is ->
    [of-them] , som { fate-of },
   *[other] ,
  }
fate = { $reason_is ->
    [of-them] , som { fate-of },
   *[other] {""}
  }
reason = { $reason_is ->
    [of-units] , fordi { $units } { fate-of }
   *[other] {""}
  }
fate-of = { $cause ->
    [unit-closed] lukker
    [unit-merged] lægges sammen med andre
   *[unit-split] deles
  }
places = { $site_changed ->
    [none] {""}
   *[other] {" "}{ $members ->
        [one] Opgaven
       *[other] { $site_changed ->
            [all] De
           *[other] { $site_functions }
          }
      } { $to_sites_count ->
        [0] udføres ikke længere på { $from_sites }
       *[other] udføres herefter på { $to_sites } og ikke på { $from_sites }
      }.
  }
staff-today = { $staff_count ->
    [0] {""}
   *[other] {" "}I dag udføres { $members ->
        [one] den
       *[other] de
      } { $unit_changed ->
        [none] dér
       *[other] hos { $from }
      } af { $posts ->
        [one] 1 stilling
       *[other] { $posts } stillinger
      }.
  }

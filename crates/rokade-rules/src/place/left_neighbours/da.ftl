title = Naboer, der bliver tilbage
message = { $moved_are ->
    [each] { $moved }
   *[other] { $movers }
  }{ $moved_are ->
    [stated] {" "}({ $moved_posts ->
        [one] 1 stilling
       *[other] { $moved_posts } stillinger
      })
   *[other] {""}
  } flytter fra { $from } til { $to }{ $distance ->
    [known] , { $minutes ->
        [one] 1 minut
       *[other] { $minutes } minutter
      } væk
   *[unknown] {""}
  }. Tilbage på { $from } bliver { $stay_count ->
    [0] { $stay_uncounted }
   *[other] { $stay }{ $stay_uncounted_count ->
        [0] {""}
       *[other] {" "}og { $stay_uncounted }
      }
  }.{ $partners_count ->
    [0] {""}
   *[other] {" "}De arbejder { $daily ->
        [yes] dagligt{" "}
       *[no] {""}
      }sammen med { $partners }.
  }
help = Aftal faste dage på den gamle adresse eller faste møder, og skriv, hvem man ringer til; eller lad dem, der arbejder sammen dagligt, flytte sammen.
label-now = sidder et andet sted fremover
label-before = sidder sammen med dem i dag
label-interface = de arbejder sammen

title = Enheder, der flytter
message = { $unit }{ $became ->
    [merged] {" "}(som bliver en del af { $now })
   *[itself] {""}
  } { $to ->
    [unit] flytter { $from ->
        [unit] fra { $from_parent } til { $to_parent }
       *[other] ind under { $to_parent }
      }
    [undecided] { $from ->
        [unit] skal ikke længere høre under { $from_parent }
       *[other] skal ikke længere stå øverst
      }, og det er ikke afgjort, hvor enheden så hører til
    [closed] står tilbage under { $to_parent }, som nedlægges
   *[none] { $from ->
        [unit] hører ikke længere under { $from_parent }, men står øverst
       *[other] kommer til at stå øverst
      }
  }.{ $line ->
    [same] {""}
   *[changed] {" "}{ $to_head_count ->
        [0] Der er ingen leder over enheden{ $from_head_count ->
            [0] {""}
           *[other] , hvor { $from_head } er det i dag
          }.
       *[other] Nærmeste leder over enheden bliver { $to_head }{ $from_head_count ->
            [0] {""}
           *[other] {" "}i stedet for { $from_head }
          }.
      }
  }{ $site ->
    [changed] {" "}Enheden skifter også adresse fra { $from_site } til { $to_site }.
    [same] {" "}Adressen er den samme.
   *[not-stated] {""}
  }{ what-follows }
message-site = { $unit }{ $became ->
    [merged] {" "}(som bliver en del af { $now })
   *[itself] {""}
  } skifter adresse fra { $from_site } til { $to_site }.{ what-follows }
what-follows = { $follows ->
    [nothing] {""}
    [functions] {" "}Med følger { $functions_count ->
        [one] 1 opgave ({ $functions })
       *[other] { $functions_count } opgaver ({ $functions })
      }{ below }.
   *[other] {" "}Med følger { $posts ->
        [one] 1 stilling
       *[other] { $posts } stillinger
      }{ $functions_count ->
        [0] {""}
        [one] {" "}og 1 opgave ({ $functions })
       *[other] {" "}og { $functions_count } opgaver ({ $functions })
      }{ below }.
  }
below = { $units_below ->
    [0] {""}
    [one] , den underliggende enhed iberegnet
   *[other] , { $units_below } underliggende enheder iberegnet
  }
help = Skriv i høringsmaterialet, hvad den nye linje betyder for beslutninger, budget og samarbejde, og hør MED-udvalgene på begge sider.
help-site = Skriv i høringsmaterialet, hvornår enheden flytter, og hvem den ikke længere deler adresse med.
help-hanging = Giv enheden en overordnet enhed (`parent`) i forslaget, eller nedlæg den med vilje under `ended`.
label-revision = { $parent ->
    [changed] hører til her fremover
   *[same] fremover på { $to_site }
  }
label-base = { $parent ->
    [changed] hører til her i dag
   *[same] i dag på { $from_site }
  }

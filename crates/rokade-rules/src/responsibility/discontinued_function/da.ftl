title = Opgaver, der ophører med vilje
message = { $members ->
    [one] { $functions } ophører
   *[other] { $members } opgaver ophører
  }{ $sites_count ->
    [0] {""}
   *[other] {" "}på { $sites }
  }{ $gravity ->
    [explained] {""}
    [unexplained] , uden at der er skrevet hvorfor
   *[statutory] , selv om { $members ->
        [one] den er lovpligtig
       *[other] de er lovpligtige
      }
  }{ $members ->
    [one] .
   *[other] : { $functions }.
  }{ $reasons_count ->
    [one] {" "}Begrundelse: »{ $reasons }«.
   *[other] {""}
  }{ $units_count ->
    [0] {""}
   *[other] {" "}I dag har { $units } ansvaret{ $cause ->
        [unit-closed] , men lukker.
       *[other] .
      }
  }{ $staff_count ->
    [0] {""}
   *[other] {" "}Udføres i dag af { $staff }.
  }{ $groups_count ->
    [0] {""}
   *[other] {" "}{ $members ->
        [one] Opgaven er et trin i forløbet for
       *[other] De er trin i forløbet for
      } { $groups }.
  }
help = Fortæl det til dem, der bruger opgaven, og skriv, hvor medarbejderne kommer hen.
help-unexplained = Skriv, hvorfor opgaven ophører (`because`), eller giv den en ansvarlig enhed, hvis den ikke skal ophøre.
help-statutory = Tag opgaven ud af `ended`, og giv den en ansvarlig enhed, eller fjern `statutory`, hvis den ikke længere er lovpligtig.
label-base = det er den, der ophører
label-revision = ophører her

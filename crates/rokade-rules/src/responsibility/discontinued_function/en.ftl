title = Functions that end on purpose
message = { $members ->
    [one] { $functions } ends
   *[other] { $members } functions end
  }{ $sites_count ->
    [0] {""}
   *[other] {" "}at { $sites }
  }{ $gravity ->
    [explained] {""}
    [unexplained] , and no reason is given
   *[statutory] , although the law asks for { $members ->
        [one] it
       *[other] them
      }
  }{ $members ->
    [one] .
   *[other] : { $functions }.
  }{ $reasons_count ->
    [one] {" "}Reason: “{ $reasons }”.
   *[other] {""}
  }{ $units_count ->
    [0] {""}
   *[other] {" "}Today { $units } { $units_count ->
        [one] is
       *[other] are
      } responsible{ $cause ->
        [unit-closed] , and closes.
       *[other] .
      }
  }{ $staff_count ->
    [0] {""}
   *[other] {" "}Performed today by { $staff }.
  }{ $groups_count ->
    [0] {""}
   *[other] {" "}{ $members ->
        [one] It is a step
       *[other] They are steps
      } on the pathway of { $groups }.
  }
help = Tell those who use it, and say where its staff go.
help-unexplained = Write why it ends (`because`), or give it a responsible unit if it is not to end.
help-statutory = Take it out of `ended` and give it a responsible unit, or take `statutory` away if the law no longer asks for it.
label-base = this is what ends
label-revision = ends here

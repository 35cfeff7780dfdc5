title = Functions that more units become responsible for
message = { $units } { $units_count ->
    [one] becomes
   *[other] become
  } responsible for { $members ->
    [one] { $functions }{ scope } beside { $beside }, which { $beside_count ->
        [one] gives
       *[other] give
      } up none of it.
   *[other] { $members } functions{ scope } beside { $beside }, which { $beside_count ->
        [one] gives
       *[other] give
      } up none of them: { $functions }.
  }{ $staff_count ->
    [0] {""}
   *[other] {" "}Performed today by { $posts ->
        [one] 1 post
       *[other] { $posts } posts
      }.
  }
help = Say who does what and who decides, and who performs it in the new place. If one unit is meant to hand over to another, take the first one out of `responsible`.
label-base = today: { $holders }
label-revision = then: { $holders }

# A part of the sentence above.
scope = { $sites_are ->
    [all] {" "}at { $sites }
   *[other] {""}
  }{ $groups_are ->
    [all] {" "}for { $groups }
   *[other] {""}
  }

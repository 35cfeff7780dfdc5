title = Citizens who must see more advisers
message = { $groups_uncounted_count ->
    [0] { $groups }
   *[other] { $groups_count ->
        [0] { $groups_uncounted }
       *[other] { $groups } and { $groups_uncounted }
      }
  } { $certainty ->
    [certain] must see at least { $advisers } different advisers
   *[possible] may come to see { $advisers } different advisers
  }, against { $advisers_before } today, to get through the whole pathway. Today: { $staff_before }. Then: { $staff }.{ $new_steps_count ->
    [0] {""}
   *[other] {" "}New on the pathway: { $new_steps }.
  }
help = Let the same staff perform several of the functions for these citizens, or give each citizen one adviser who keeps the threads together.
label-now = the whole pathway then takes { $advisers } different advisers
label-before = the whole pathway takes { $advisers_before ->
    [one] 1 adviser
   *[other] { $advisers_before } different advisers
  } today
label-staff = see the citizens then
label-staff-before = see the citizens today
not-judged = Whether { $groups } must see more advisers cannot be judged: say in both charts the target group's pathway (`pathway`) and who performs each function on it (`performs`).

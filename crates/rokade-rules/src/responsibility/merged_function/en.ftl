title = Functions gathered or merged
message = { $into_functions_count ->
    [one] { $functions } become one function: { $into_functions }{ with }
   *[other] { $members } functions become { $into_functions_count }{ with }: { $functions } become { $into_functions }
  }{ reason }.{ staff-today }
absorbed = { $functions } { $members ->
    [one] becomes
   *[other] become
  } part of { $into_functions }{ with }{ reason }.{ staff-today }
holders = { $members ->
    [one] { $functions } is
   *[other] { $members } functions are
  } gathered with { $into }{ reason }{ $members ->
    [one] {""}
   *[other] : { $functions }
  }. Today { $sources } have { $members ->
    [one] it
   *[other] them
  }.{ staff-today }
help = Say how each place has its part done from now on, and whether those who know it come along. If they are not to be one, keep them apart in the proposal.
label-base = today: { $holders }
label-revision = then: { $holders }

# Parts of the sentences above.
with = { $into_count ->
    [0] {""}
   *[other] , with { $into }
  }
reason = { $cause ->
    [unit-closed] , because { $cause_units } { $cause_units_count ->
        [one] closes
       *[other] close
      }
    [unit-merged] , because { $cause_units } { $cause_units_count ->
        [one] is merged
       *[other] are merged
      } with others
    [unit-split] , because { $cause_units } { $cause_units_count ->
        [one] is split
       *[other] are split
      }
   *[other] {""}
  }
staff-today = { $staff_count ->
    [0] {""}
   *[other] {" "}{ $how ->
        [holders] In the units that give { $members ->
            [one] it up, it is
           *[other] them up, they are
          } performed today by { $staff }.
       *[other] Performed today by { $staff }.
      }
  }

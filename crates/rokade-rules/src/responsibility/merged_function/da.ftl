title = Opgaver, der samles
message = { $into_functions_count ->
    [one] { $functions } bliver til én opgave: { $into_functions }{ with }
   *[other] { $members } opgaver bliver til { $into_functions_count }{ with }: { $functions } bliver til { $into_functions }
  }{ reason }.{ staff-today }
absorbed = { $functions } bliver en del af { $into_functions }{ with }{ reason }.{ staff-today }
holders = { $members ->
    [one] { $functions } samles hos { $into }{ reason }.
   *[other] { $members } opgaver samles hos { $into }{ reason }: { $functions }.
  } I dag ligger { $members ->
    [one] opgaven
   *[other] de
  } hos { $sources }.{ staff-today }
help = Skriv, hvordan hvert sted får sin del løst herefter, og om de, der kan opgaven, følger med. Skal de ikke være ét, så hold dem adskilt i forslaget.
label-base = i dag: { $holders }
label-revision = herefter: { $holders }

# Dele af sætningerne ovenfor.
with = { $into_count ->
    [0] {""}
   *[other] {" "}hos { $into }
  }
reason = { $cause ->
    [unit-closed] , fordi { $cause_units } lukker
    [unit-merged] , fordi { $cause_units } lægges sammen med andre
    [unit-split] , fordi { $cause_units } deles
   *[other] {""}
  }
staff-today = { $staff_count ->
    [0] {""}
   *[other] {" "}{ $how ->
        [holders] I de enheder, der afgiver { $members ->
            [one] den, udføres den
           *[other] dem, udføres de
          } i dag af { $staff }.
       *[other] Udføres i dag af { $staff }.
      }
  }

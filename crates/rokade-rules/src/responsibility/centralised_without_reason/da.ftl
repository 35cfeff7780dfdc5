title = Opgaver, der samles uden begrundelse
message = { $members ->
    [one] { $functions } samles hos { $into }
   *[other] { $members } opgaver samles hos { $into }: { $functions }
  }. Der står ikke hvorfor. I dag ligger { $members ->
    [one] opgaven
   *[other] de
  } hos { $sources }.{ $parts_count ->
    [0] {""}
   *[other] {" "}{ $parts } bliver en del af { $into_functions }.
  }{ $staff_count ->
    [0] {""}
   *[other] {" "}I de enheder, der afgiver { $members ->
        [one] den, udføres den
       *[other] dem, udføres de
      } i dag af { $staff }.
  }
help = Skriv, hvorfor opgaven samles (`because`): at der er stordriftsfordele, eller at den kun sjældent udføres. Er der ingen sådan grund, så lad den blive, hvor borgerne og medarbejderne er.
label-base = i dag: { $holders }
label-revision = samles her, uden `because`

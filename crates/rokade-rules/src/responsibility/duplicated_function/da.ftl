title = Opgaver, der findes to steder
message = { $by ->
    [name] { $functions_count } opgaver hedder »{ $name }«
    [both] { $functions_count } opgaver hedder »{ $name }« (KLE { $kle })
    [kle] { $functions } har samme KLE-nummer ({ $kle })
    [several] { $tasks_count } opgaver findes flere gange ({ $tasks })
   *[some] { $functions } har samme navn eller KLE-nummer
  } og ligger under hver sin { $apart_by ->
    [organisations] organisation
   *[heads] leder
  }: { $units }.{ $staff_count ->
    [0] {""}
   *[other] {" "}Udføres af { $staff }.
  }
help = Er det én opgave, så saml den, eller gør den til én opgave med en del til hver enhed. Er det to, så giv dem navne, der viser det, eller undtag det med `allow` og en begrundelse.
label = det samme, hos { $holders }

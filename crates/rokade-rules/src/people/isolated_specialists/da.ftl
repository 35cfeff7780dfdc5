title = Specialister med få kolleger
message = { $posts ->
    [one] 1 stilling har { $certainty ->
        [possible] måske{" "}
       *[certain] {""}
      }få eller ingen kolleger om { $functions } i sin enhed og på sin adresse
   *[other] { $posts_start } stillinger har { $certainty ->
        [possible] måske{" "}
       *[certain] {""}
      }få eller ingen kolleger om { $functions } i deres enhed og på deres adresse
  }: { $staff }, i { $units } på { $sites }. Andre steder løses opgaven af { $elsewhere }.
help = Skriv, hvem der giver dem faglig sparring og afløser ved sygdom og ferie, eller placer dem sammen med andre, der løser samme opgave.
label = { $certainty ->
    [possible] måske få eller ingen kolleger om opgaven her
   *[certain] få eller ingen kolleger om opgaven her
  }
label-base = flere kolleger om opgaven i dag

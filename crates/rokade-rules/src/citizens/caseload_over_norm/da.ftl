title = Flere sager eller henvendelser pr. stilling end normen
message = { $function }: { $certainty ->
    [certain] Normen på
   *[possible] Måske er normen på
  } { $norm } { kind } pr. stilling { $certainty ->
    [certain] er overskredet
   *[possible] overskredet
  }: { $loads }. { $several ->
    [yes] I alt { $work } { kind }
   *[no] { $work_start } { kind }
  } til { $posts ->
    [one] 1 stilling
   *[other] { $posts } stillinger
  }{ $certainty ->
    [certain] ; efter normen kræver de { $needed ->
        [one] 1 stilling
       *[other] { $needed } stillinger
      }.
   *[possible] .
  }
help = { $of ->
    [cases] Flyt stillinger eller sager, så normen holder, eller vedtag en anden norm (`cases_per_post`), og fortæl medarbejderne, hvad de skal lade ligge.
   *[enquiries] Flyt stillinger, så normen holder, eller vedtag en anden norm (`per_post`), og fortæl medarbejderne, hvad de skal lade ligge.
  }
label = { $each_start } { kind } pr. stilling
not-judged-cases = Om normen for sager pr. stilling holder alle steder for { $functions }, kan ikke afgøres: Skriv, hvor mange sager hver enhed har (`cases`), antallet af stillinger (`count`), og hvem der udfører opgaven (`performs`).
not-judged-enquiries = Om normen for henvendelser pr. stilling holder for { $functions }, kan ikke afgøres: Skriv, hvor mange der er (`enquiries`), antallet af stillinger (`count`), og hvem der udfører opgaven (`performs`).

# En del af sætningerne ovenfor.
kind = { $of ->
    [cases] sager
   *[enquiries] henvendelser{ $per ->
        [day] {" "}om dagen
        [week] {" "}om ugen
        [month] {" "}om måneden
        [year] {" "}om året
       *[not-stated] {""}
      }
  }

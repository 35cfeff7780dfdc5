title = Filer, der ikke kan læses
message = { $fault ->
    [encoding] Filen er ikke gemt som UTF-8, så bogstaver som æ, ø og å kan ikke læses.
    [control-character] Her står et usynligt tegn ({ $character }), som ikke kan stå i en tekstfil.
    [empty] Filen er tom.
    [several-documents] Her begynder et nyt dokument (`---`), men en fil kan kun indeholde ét.
    [not-a-map] Filen begynder ikke med nøgler og værdier, fx `rokade: 1`.
    [alias] YAML's genveje (`&`, `*` og `<<`) kan ikke bruges her.
    [tag] Et mærke, der begynder med `!`, kan ikke bruges her.
    [too-large] Filen fylder { $size } { $unit }, og det er mere, end der kan læses.
    [too-long] Teksten her fylder { $size } { $unit }, og det er mere, end der kan læses.
    [too-deep] Her er mere end { $most } lister og nøgler inde i hinanden.
    [too-many-nodes] Her er mere end { $most } værdier, og det er flere, end der kan læses på én gang.
    [too-many-faults] Filen har { $most } fejl før dette sted. Resten af den er ikke læst.
    [ragged-row] Rækken har { $cells ->
        [one] 1 celle
       *[other] { $cells } celler
      }, men overskriften har { $columns ->
        [one] 1 kolonne
       *[other] { $columns } kolonner
      }.
    [no-id-column] Overskriften har ingen kolonne med navnet `id`.
   *[other] Filen kan ikke læses her.
  }
message-parser = { $broken ->
    [tab] Linjen er rykket ind med tabulator, og det kan YAML ikke læse
    [quote] Anførselstegnene passer ikke sammen her
    [escape] En `\` i dobbelte anførselstegn begynder her et særligt tegn, og der er intet sådant tegn
    [bracket] Parenteserne passer ikke sammen her
    [comma] Her mangler et komma eller en slutparentes, eller et tegn skulle have stået i anførselstegn
    [indentation] Indrykningen passer ikke med linjerne omkring
    [margin] Her begynder noget i en parentes helt ude i margenen, og det er for langt til venstre
    [character] Her står et tegn, som en tekst uden anførselstegn ikke kan begynde med
    [colon] Her står et kolon, hvor der ikke kan stå et
   *[other] Herfra kan filen ikke læses som YAML
  } (læseren siger: { $parser }). Resten af filen er ikke læst.
help = { $fault ->
    [encoding] Gem filen igen som UTF-8. I Excel hedder det "CSV UTF-8 (kommasepareret)", i Notesblok vælges det under Gem som.
    [control-character] Slet tegnet. Ofte er det kommet med, da teksten blev kopieret ind.
    [empty] Skriv `rokade: 1` øverst og derefter enheder, medarbejdere og opgaver.
    [several-documents] Del filen i to, eller slet linjen med `---`.
    [not-a-map] Skriv `rokade: 1` øverst, og sæt resten ind under nøgler som `units` og `staff`.
    [alias] Skriv det helt ud begge steder. Er tegnet en del af en tekst, så sæt teksten i anførselstegn.
    [tag] Slet mærket. Er udråbstegnet en del af en tekst, så sæt teksten i anførselstegn.
    [too-large] Del filen i flere i samme mappe, eller læg medarbejderne i `staff.csv`.
    [too-long] Sæt det anførselstegn eller den parentes, der mangler, eller læg teksten i en fil for sig selv.
    [too-deep] Se efter, om der er sat for mange parenteser, eller om linjer er rykket for langt ind.
    [too-many-nodes] Del det op i mindre dele.
    [too-many-faults] Ret dem, der er fundet, og læs filen igen. Ofte er det den samme fejl mange gange.
    [ragged-row] { $than_header ->
        [more] Sæt en celle i anførselstegn, hvis skilletegnet er en del af dens tekst.
       *[fewer] Sæt de skilletegn ind, der mangler, også for de celler, der er tomme.
      }
    [no-id-column] Giv den kolonne, der har et id for hver række, overskriften `id`.
   *[other] Se på linjen og på linjen før.
  }
help-parser = { $broken ->
    [tab] Erstat tabulatoren med mellemrum.
    [escape] Sæt teksten i enkelte anførselstegn ('…'), hvor `\` er et almindeligt tegn.
    [quote] Sæt det anførselstegn, der mangler, og sæt hele teksten i anførselstegn, ikke kun en del af den.
    [bracket] Sæt den parentes, der mangler, eller slet den, der er for meget.
    [comma] Sæt teksten i anførselstegn, hvis den indeholder `:`, `,` eller parenteser. Se ellers efter, om et komma eller en slutparentes mangler.
    [character] Sæt hele teksten i anførselstegn.
    [indentation] Ryk nøgler, der hører sammen, lige langt ind.
    [margin] Sæt den parentes, der mangler længere oppe; mangler der ingen, så ryk linjen ind.
    [colon] Sæt teksten i anførselstegn, hvis den indeholder et kolon. Se ellers efter, om linjen er rykket for langt ind.
   *[other] Se på linjen og på linjen før: Der skal være mellemrum efter et kolon, og tekst med `:`, `#`, `,` eller `?` skal stå i anførselstegn.
  }
label = { $fault ->
    [parser] hertil er filen læst
    [too-many-faults] hertil er filen læst
    [ragged-row] rækken er ikke læst
   *[other] her
  }

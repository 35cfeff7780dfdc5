### Trin i processen. `when` er en tid med forholdsord: »den 20. juni 2017«, »fra april til maj«.

on = { $precision ->
    [day] den { $date }
   *[coarse] i { $date }
  }
from-to = fra { $from } til { $to }
from = fra { $from }
to = senest { $to }

kind = { $kind ->
    [hearing] Høring
    [information] Orientering
    [discussion] Drøftelse
    [decision] Beslutning
    [clarification] Besked til medarbejderne
    [preparation] Forberedelse
    [move] Flytning
    [recruitment] Ansættelse
    [evaluation] Evaluering
    [external] Uden for vores indflydelse
   *[none] Trin
  }
kind-of-body = { $kind } ({ $body })
step = { $kind }{ $named ->
    [yes] : { $name }
   *[no] {""}
  }{ $with ->
    [yes] {" "}({ $body })
   *[no] {""}
  }{ $dated ->
    [yes] , { $when }
   *[no] , dato ikke oplyst
  }{ $done ->
    [yes] {" "}(gennemført)
   *[no] {""}
  }.{ $said ->
    [yes] {" "}{ $text }
   *[no] {""}
  }

body-heard = { $done ->
    [yes] { $body } er hørt{ $dated ->
        [yes] {" "}{ $when }
       *[no] ; det fremgår ikke hvornår
      }.
   *[no] { $body } høres{ $dated ->
        [yes] {" "}{ $when }
       *[no] , men det fremgår ikke hvornår
      }.
  }
body-discusses = { $done ->
    [yes] { $body } har drøftet forslaget{ $dated ->
        [yes] {" "}{ $when }
       *[no] ; det fremgår ikke hvornår
      }.
   *[no] { $body } drøfter forslaget{ $dated ->
        [yes] {" "}{ $when }
       *[no] , men det fremgår ikke hvornår
      }.
  }
body-told = { $done ->
    [yes] { $body } er orienteret{ $dated ->
        [yes] {" "}{ $when }
       *[no] ; det fremgår ikke hvornår
      }.
   *[no] { $body } orienteres{ $dated ->
        [yes] {" "}{ $when }
       *[no] , men det fremgår ikke hvornår
      }.
  }
body-decides = { $done ->
    [yes] { $body } har taget beslutning{ $dated ->
        [yes] {" "}{ $when }
       *[no] ; det fremgår ikke hvornår
      }.
   *[no] { $body } tager beslutning{ $dated ->
        [yes] {" "}{ $when }
       *[no] , men det fremgår ikke hvornår
      }.
  }

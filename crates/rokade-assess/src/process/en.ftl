### Steps of the process. `when` is a time with its preposition: “on 20 June 2017”, “from April to May”.

on = { $precision ->
    [day] on { $date }
   *[coarse] in { $date }
  }
from-to = from { $from } to { $to }
from = from { $from }
to = by { $to }

kind = { $kind ->
    [hearing] Hearing
    [information] Information
    [discussion] Discussion
    [decision] Decision
    [clarification] Staff are told
    [preparation] Preparation
    [move] Move
    [recruitment] Recruitment
    [evaluation] Evaluation
    [external] Outside our control
   *[none] Step
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
   *[no] , date not stated
  }{ $done ->
    [yes] {" "}(done)
   *[no] {""}
  }.{ $said ->
    [yes] {" "}{ $text }
   *[no] {""}
  }

body-heard = { $done ->
    [yes] { $body } has been heard{ $dated ->
        [yes] {" "}{ $when }
       *[no] ; it is not stated when
      }.
   *[no] { $body } is heard{ $dated ->
        [yes] {" "}{ $when }
       *[no] , but it is not stated when
      }.
  }
body-discusses = { $done ->
    [yes] { $body } has discussed the proposal{ $dated ->
        [yes] {" "}{ $when }
       *[no] ; it is not stated when
      }.
   *[no] { $body } discusses the proposal{ $dated ->
        [yes] {" "}{ $when }
       *[no] , but it is not stated when
      }.
  }
body-told = { $done ->
    [yes] { $body } has been told{ $dated ->
        [yes] {" "}{ $when }
       *[no] ; it is not stated when
      }.
   *[no] { $body } is told{ $dated ->
        [yes] {" "}{ $when }
       *[no] , but it is not stated when
      }.
  }
body-decides = { $done ->
    [yes] { $body } has made its decision{ $dated ->
        [yes] {" "}{ $when }
       *[no] ; it is not stated when
      }.
   *[no] { $body } makes its decision{ $dated ->
        [yes] {" "}{ $when }
       *[no] , but it is not stated when
      }.
  }

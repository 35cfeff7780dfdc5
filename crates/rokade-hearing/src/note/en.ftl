### The sentences of the note on a hearing. Titles of rules are plural: “Functions that nobody is responsible for”.

kind-question = Question
kind-objection = Objection
kind-support = Support
kind-counter-proposal = Counter-proposal
kind-request = Request

allowed = (Allowed.)
allowed-because = (Allowed: { $because }.)

decision = { $who ->
    [body-date] { $body } decided on { $date }: { $text }
    [body] { $body } decided: { $text }
    [date] Decided on { $date }: { $text }
   *[nobody] Decided: { $text }
  }
decision-wordless = { $who ->
    [body-date] To be decided by { $body } on { $date }.
    [body] To be decided by { $body }.
   *[date] To be decided on { $date }.
  }
changed = { $events_count ->
    [one] The proposal was revised because of the point: the event { $events }.
   *[other] The proposal was revised because of the point: the events { $events }.
  }

no-proposal = The hearing does not say which proposal it answers. Name it under `proposal`.
no-base = The proposal is a full chart, and it is not said what to compare it with. Name that by --base.
faults = There { $n ->
    [one] is 1 error
   *[other] are { $n } errors
  } in the files that the note is made of. `rokade check` says what is wrong.
unread = What the model shows cannot be told: the proposal could not be read.
shown = { $certainty ->
    [possible] The model shows that it may come to this.
   *[certain] The model shows it.
  }
shown-partly = { $certainty ->
    [possible] The model shows that some of it may come about.
   *[certain] The model shows some of it.
  }
not-shown = The model does not show it.
beside = Of what the point is about, the model shows:
nothing-beside = The model shows neither errors nor warnings about what the point is about.
supports = The point supports the proposal, and raises nothing for the model to show.
silent = The model says nothing of it.
unjudged = The model cannot judge it.
nowhere = Not found: { $titles }.
elsewhere = Found in the proposal, but not of what the point is about: { $titles }.
not-judged = Cannot be judged in full: { $titles }.

settled-wholly = { $which ->
    [several] “{ $title }” settles it wholly.
   *[only] The counter-proposal settles it wholly.
  }
settled-partly = { $which ->
    [several] “{ $title }” settles some of it: { $remaining } of { $of } things are still there.
   *[only] The counter-proposal settles some of it: { $remaining } of { $of } things are still there.
  }
settled-less = { $which ->
    [several] “{ $title }” settles some of it: it is still there, but less so.
   *[only] The counter-proposal settles some of it: it is still there, but less so.
  }
settled-elsewhere = { $which ->
    [several] “{ $title }” settles some of it: it now concerns something else.
   *[only] The counter-proposal settles some of it: it now concerns something else.
  }
settled-not = { $which ->
    [several] “{ $title }” does not settle it.
   *[only] The counter-proposal does not settle it.
  }

settled-worse = { $which ->
    [several] “{ $title }” does not settle it: there is more of it.
   *[only] The counter-proposal does not settle it: there is more of it.
  }

counter-unread = “{ $title }” could not be read or judged to its end, so what it settles cannot be told.
counter-settles = { $points ->
    [0] The model shows nothing of what was raised, so the counter-proposal has nothing to settle.
    [one] The model shows something of 1 point, and the counter-proposal settles it { $wholly ->
        [1] wholly
       *[other] { $partly ->
            [1] partly
           *[other] not at all
          }
      }.
   *[other] The model shows something of { $points } points. Of these the counter-proposal settles { $wholly } wholly, { $partly } partly and { $not } not at all.
  }
counter-adds = { $n ->
    [0] It brings no other errors or warnings than the proposal.
    [one] It brings 1 error or warning that the proposal does not have.
   *[other] It brings { $n } errors and warnings that the proposal does not have.
  }

summary = { $points ->
    [0] There are no points in { $responses ->
        [one] the response
       *[other] the { $responses } responses
      }{ $named ->
        [yes] {" "}to “{ $title }”
       *[no] {""}
      }
   *[other] There { $responses ->
        [one] is 1 response
       *[other] are { $responses } responses
      } with { $points ->
        [one] 1 point
       *[other] { $points } points
      }{ $named ->
        [yes] {" "}to “{ $title }”
       *[no] {""}
      }
  }
part-shown = { $points ->
    [1] the model shows it in full or in part
   *[other] { $n ->
        [0] the model shows none of them
       *[other] the model shows { $n } of them in full or in part
      }
  }
part-beside = { $n ->
    [one] 1 is about something that it has errors or warnings of
   *[other] { $n } are about something that it has errors or warnings of
  }
part-not = { $n } it does not show
part-nothing = of { $n } it has neither errors nor warnings
part-unjudged = { $n } it cannot judge
part-silent = { $n ->
    [one] 1 supports the proposal, or is something that it says nothing of
   *[other] { $n } support the proposal, or are something that it says nothing of
  }
summary-answered = All questions are answered.
summary-unanswered = { $n ->
    [one] 1 question has no answer.
   *[other] { $n } questions have no answer.
  }
summary-unraised = { $n ->
    [0] All errors and warnings of the model were raised in the hearing.
    [one] 1 error or warning of the model was raised by nobody.
   *[other] { $n } errors and warnings of the model were raised by nobody.
  }
summary-incomplete = Not all could be read or judged: the note is not complete.

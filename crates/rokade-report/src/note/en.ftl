### The frame of the note on a hearing.

title = Hearing note
title-of = Hearing note: { $proposal }
column-party = Party heard
column-said = Response
column-answer = The administration’s remarks
column-shown = What the model shows
received = Received { $date }
asked-by = Asked by { $who }
answered-by = Answered by { $who }
unanswered = Not answered.
no-points = No points.
about = About:
answer = Remarks:
finding = Finding { $number } ({ $certainty ->
    [possible] possible{" "}
   *[certain] {""}
  }{ $severity ->
    [error] error
    [warning] warning
   *[note] note
  }):
finding-unnumbered = { $certainty ->
    [possible] { $severity ->
        [error] Possible error:
        [warning] Possible warning:
       *[note] Possible note:
      }
   *[certain] { $severity ->
        [error] Error:
        [warning] Warning:
       *[note] Note:
      }
  }
finding-again = Finding { $number }:
see-above = { $title } (see above).
section-unanswered = Questions without an answer
none-unanswered = All questions are answered.
section-unraised = What nobody raised
none-unraised = All errors and warnings of the model were raised in the hearing.
unraised-unread = This cannot be told, for not all could be read or judged.
unraised-notes = { $n ->
    [one] Besides, there is 1 note that nobody raised.
   *[other] Besides, there are { $n } notes that nobody raised.
  }{ $flag ->
    [diff] {" "}`rokade diff … --verbose` shows what that is.
   *[none] {""}
  }
counter = The counter-proposal: { $title }
counter-wholly = It settles wholly:
counter-partly = It settles partly:
counter-not = It does not settle:
counter-added = It brings in return:
not-judged = What cannot be judged
small-groups = Groups of under five posts are told as “under 5” and count as 1–4 in every sum, so that nobody can be recognised; so more numbers are ranges, and more findings only possible.
made-by = Made with Rokade { $version }.

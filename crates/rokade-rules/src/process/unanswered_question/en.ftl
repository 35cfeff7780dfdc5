title = Questions without an answer
message = { $members ->
    [one] A question from { $from } has no answer
   *[other] { $members } questions from { $from } have no answer
  }: { $questions }.
help = Write the answer and who gave it (`answer`, `answered_by`), or what was decided because of it (`decision`).
label = { $asker ->
    [other] asked by { $asked_by }, and not answered
   *[sender] not answered
  }

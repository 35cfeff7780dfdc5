title = Groups of unknown size
message = It is unknown how many posts there are of { $staff }. So it cannot be judged{ $function ->
    [yes] {" "}whether there are enough for the functions,
   *[no] {""}
  }{ $span ->
    [yes] {" "}how many their heads have under them,
   *[no] {""}
  }{ $capacity ->
    [yes] {" "}whether there is room where they sit,
   *[no] {""}
  }{ $competence ->
    [yes] {" "}whether enough have the competences,
   *[no] {""}
  } or what a change means for these posts.
help = Give the number as far as it is known: `ca. 10`, or a range such as `8-12`.
label = number unknown

title = More cases or enquiries for each post than the norm
message = { $function }: { $certainty ->
    [certain] more than the norm of
   *[possible] perhaps more than the norm of
  } { $norm } { kind } for each post: { $loads }. { $several ->
    [yes] In all { $work } { kind }
   *[no] { $work_start } { kind }
  } for { $posts ->
    [one] 1 post
   *[other] { $posts } posts
  }{ $certainty ->
    [certain] ; by the norm they take { $needed ->
        [one] 1 post
       *[other] { $needed } posts
      }.
   *[possible] .
  }
help = { $of ->
    [cases] Move posts or cases until the norm holds, or decide on another norm (`cases_per_post`) and tell the staff what they are to let go.
   *[enquiries] Move posts until the norm holds, or decide on another norm (`per_post`) and tell the staff what they are to let go.
  }
label = { $each_start } { kind } for each post
not-judged-cases = Whether the norm of cases for each post holds everywhere for { $functions } cannot be judged: state the `cases` of each unit, the `count` of the posts, and who performs it (`performs`).
not-judged-enquiries = Whether the norm of enquiries for each post holds for { $functions } cannot be judged: state how many there are (`enquiries`), the `count` of the posts, and who performs it (`performs`).

# A part of the sentences above.
kind = { $of ->
    [cases] cases
   *[enquiries] enquiries{ $per ->
        [day] {" "}a day
        [week] {" "}a week
        [month] {" "}a month
        [year] {" "}a year
       *[not-stated] {""}
      }
  }

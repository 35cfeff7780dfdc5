title = Sites that everybody leaves
message = { $certainty ->
    [certain] Everybody leaves { $site }
   *[possible] Perhaps everybody leaves { $site }
  }, and nobody has closed it. Today { $there } { $there_count ->
    [one] sits
   *[other] sit
  } there{ $posts_are ->
    [stated] {" "}({ $posts ->
        [one] 1 post
       *[other] { $posts } posts
      }{ $to_count ->
        [0] {""}
       *[other] , which go to { $to }
      })
   *[not-stated] { $to_count ->
        [0] {""}
       *[other] {" "}and { $there_count ->
            [one] goes
           *[other] go
          } to { $to }
      }
  }.{ $needed_count ->
    [0] {""}
    [one] {" "}{ $needed } is still needed there.
   *[other] {" "}{ $needed } are still needed there.
  }
help = Close the site (`close`), or say who is to sit there.
help-needed = Say who does it there when everybody has left; or close the site (`close`) and decide where it is needed instead.
label-now = nobody sits here then
label-needed = needed there
label-before = leaves the site

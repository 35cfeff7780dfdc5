title = Målgrupper uden afløser
message = { $group }{ $citizens_are ->
    [known] {" "}({ $citizens_in_group ->
        [one] 1 borger
       *[other] { $citizens_in_group } borgere
      })
   *[unknown] {""}
  } er ikke med i forslaget, og ingen anden målgruppe afløser den.{ $units_count ->
    [0] {""}
   *[other] {" "}Ansvaret for dem ligger i dag hos { $units }.
  }{ $steps_count ->
    [0] {""}
   *[other] {" "}Deres forløb: { $steps }.
  }{ $staff_count ->
    [0] {""}
   *[other] {" "}Betjenes af { $staff }.
  }
help = Skriv `previously` på den målgruppe, der overtager borgerne, eller lad målgruppen ophøre med vilje under `ended` med en begrundelse.
label = er ikke i nogen målgruppe i forslaget
label-unit = har ansvaret for dem i dag

title = Huller i borgernes forløb
message = { $groups }{ $citizens_are ->
    [known] {" "}({ $citizens_in_groups ->
        [one] 1 borger
       *[other] { $citizens_in_groups } borgere
      })
   *[unknown] {""}
  } skal igennem { $function }, og ingen har ansvaret for opgaven for dem.{ $staff_count ->
    [0] {""}
   *[other] {" "}Udføres af { $staff }.
  }
help = Giv opgaven en ansvarlig enhed for disse borgere (`responsible`), eller tag trinnet ud af deres forløb.
label = ingen har ansvaret for dette trin
label-group = trinnet er en del af deres forløb

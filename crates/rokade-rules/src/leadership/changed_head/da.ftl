title = Enheder, der får en anden leder
message = { $unit }{ $became ->
    [kept] {""}
    [renamed] {" "}(fremover { $now })
    [merged] {" "}(som bliver en del af { $now })
   *[split] {" "}(den del, der bliver { $now })
  } får { $was ->
    [post] en anden leder: { $titles ->
        [alike] { $head } ({ $head_unit }) i stedet for { $old_head } ({ $old_head_unit })
       *[distinct] { $head } i stedet for { $old_head }
      }.
    [vacant] en leder: { $head }. I dag er lederstillingen ikke besat.
   *[none] sin egen leder: { $head }. I dag har enheden ingen.
  }{ $staff_count ->
    [0] {""}
   *[other] {" "}{ $posts ->
        [one] 1 stilling
       *[other] { $posts_start } stillinger
      } får en anden nærmeste leder end i dag: { $staff }.
  }
help = Skriv i høringsmaterialet, hvem der leder enheden fremover, og fra hvornår.
label-revision = fremover { $head }
label-base = i dag { $was ->
    [post] { $old_head }
    [vacant] ikke besat
   *[none] uden leder
  }

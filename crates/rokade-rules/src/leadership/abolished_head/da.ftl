title = Enheder, der ikke længere har egen leder
message = { $unit }{ $became ->
    [kept] {""}
    [renamed] {" "}(fremover { $now })
    [merged] {" "}(som bliver en del af { $now })
   *[split] {" "}(den del, der bliver { $now })
  } får ikke længere sin egen leder{ $old_head_count ->
    [0] {""}
   *[other] ; i dag er det { $old_head }
  }. { $head_count ->
    [0] { $head_of_count ->
        [0] Der er ikke angivet en leder over enheden.
       *[other] Nærmeste leder er den ubesatte lederstilling i { $head_of }.
      }
   *[other] Nærmeste leder bliver { $head } ({ $head_of }).
  }{ $staff_count ->
    [0] {""}
   *[other] {" "}{ $posts ->
        [one] 1 stilling
       *[other] { $posts_start } stillinger
      } får en anden nærmeste leder end i dag: { $staff }.
  }
help = Skriv, hvem der leder medarbejderne i det daglige, hvem der træffer beslutninger for enheden, og hvad der sker med lederen.
label-revision = fremover uden egen leder
label-base = { $old_head_count ->
    [0] skal have en leder i dag
   *[other] i dag { $old_head }
  }

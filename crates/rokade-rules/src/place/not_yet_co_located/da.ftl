title = Samlokaliseringer, der endnu ikke er på plads
message = { $parties } skal sidde sammen{ $groups_count ->
    [0] {""}
   *[other] {" "}for { $groups }
  } ifølge forslaget; det gør de ikke i dag, og forslaget samler dem heller ikke: { $places }.
help = Skriv, hvornår og hvor de skal sidde sammen, eller placer dem på samme adresse i forslaget.
label-stated = skal sidde sammen
label-because = skal sidde sammen: { $because }
label-member = på { $at }

title = Flere ledelseslag
message = { $units } får { $more ->
    [one] ét ledelseslag
   *[other] { $more } ledelseslag
  } mere over sig{ $layers_count ->
    [0] {""}
   *[other] : { $layers }
  }.{ $posts ->
    [0] {""}
    [one] {" "}Derunder er der 1 stilling.
   *[other] {" "}Derunder er der { $posts } stillinger.
  }
help = Skriv, hvad det nye lag afgør, og hvad det overlader til enhederne under det, eller lad enhederne høre direkte under det, der er over.
label-layer = et lag, der ikke var over dem
label-revision = fremover { $here } lag over sig
label-base = i dag { $here } lag over sig

title = Længere op til den fælles leder
message = { $parties } arbejder sammen{ $strength ->
    [daily] {" "}dagligt
    [weekly] {" "}hver uge
    [monthly] {" "}hver måned
   *[not-stated] {""}
  } og { $unit_now_count ->
    [0] har ikke længere en fælles leder
   *[other] får længere op til deres nærmeste fælles leder: { $head_now_count ->
        [0] den ubesatte lederstilling i { $unit_now }
       *[other] { $head_now } ({ $unit_now })
      }, { $levels_now } led oppe
  }. I dag er det { $head_before_count ->
    [0] den ubesatte lederstilling i { $unit_before }
   *[other] { $head_before } ({ $unit_before })
  }, { $levels_before } led oppe.
help = Skriv, hvem der afgør det, når de er uenige: Udpeg en, der har ansvaret for samarbejdet, og lad lederne på begge sider mødes jævnligt.
label-now = nærmeste fælles leder fremover
label-interface = de arbejder sammen
label-base = nærmeste fælles leder i dag

title = Adresser, som alle forlader
message = { $certainty ->
    [certain] Alle flytter fra { $site }
   *[possible] Måske flytter alle fra { $site }
  }, og adressen er ikke lukket. I dag sidder { $there } der{ $posts_are ->
    [stated] {" "}({ $posts ->
        [one] 1 stilling
       *[other] { $posts } stillinger
      }{ $to_count ->
        [0] {""}
       *[other] , som flytter til { $to }
      })
   *[not-stated] { $to_count ->
        [0] {""}
       *[other] {" "}og flytter til { $to }
      }
  }.{ $needed_count ->
    [0] {""}
   *[other] {" "}Der er stadig brug for { $needed } dér.
  }
help = Luk adressen (`close`), eller skriv, hvem der skal sidde der.
help-needed = Skriv, hvem der udfører opgaven dér, når alle er flyttet; eller luk adressen (`close`), og afgør, hvor der så er brug for den.
label-now = ingen sidder her herefter
label-needed = er der brug for dér
label-before = forlader adressen

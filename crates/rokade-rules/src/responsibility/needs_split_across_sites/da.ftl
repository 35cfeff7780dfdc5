title = Støtteopgaver, der skal bruges på flere adresser
message = Der { $certainty ->
    [certain] bliver
   *[possible] kan blive
  } brug for { $functions } på { $sites }; i dag er det kun på { $sites_before }.{ $by_count ->
    [0] {""}
   *[other] {" "}På { $new_sites } skal { $functions_count ->
        [one] opgaven
       *[other] de
      } bruges af { $by }{ $staff_count ->
        [0] .
       *[other] {" "}({ $posts ->
            [one] 1 stilling
           *[other] { $posts } stillinger
          }).
      }
  } { $performed ->
    [all] Der er medarbejdere til at udføre { $functions_count ->
        [one] den
       *[other] dem
      } dér.
    [not-stated] Forslaget siger ikke, hvem der skal udføre { $functions_count ->
        [one] den
       *[other] dem
      } dér.
   *[other] På { $unserved_sites } er der ingen til at udføre { $unserved }.
  }
help = Afgør, hvem der udfører opgaven på den nye adresse, og hvad det koster af timer, kørsel og penge, eller lad dem, der bruger den, blive sammen.
label-revision = bruges herefter på { $sites }
label-base = bruges i dag på { $sites }
label-staff = sidder på { $site }
not-judged = Om der bliver brug for { $functions } på flere adresser, kan ikke afgøres: Skriv i begge diagrammer, hvem der udfører det, som { $functions_count ->
    [one] opgaven
   *[other] opgaverne
  } støtter (`performs`), og hvor de sidder (`site`).

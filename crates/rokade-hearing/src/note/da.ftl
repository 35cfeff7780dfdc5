### Høringsnotatets sætninger. Titler på regler er flertal: »Opgaver, ingen har ansvaret for«.

kind-question = Spørgsmål
kind-objection = Indvending
kind-support = Tilslutning
kind-counter-proposal = Modforslag
kind-request = Ønske

allowed = (Undtaget.)
allowed-because = (Undtaget: { $because }.)

decision = { $who ->
    [body-date] { $body } besluttede { $date }: { $text }
    [body] { $body } besluttede: { $text }
    [date] Besluttet { $date }: { $text }
   *[nobody] Besluttet: { $text }
  }
decision-wordless = { $who ->
    [body-date] Besluttes af { $body } { $date }.
    [body] Besluttes af { $body }.
   *[date] Besluttes { $date }.
  }
changed = { $events_count ->
    [one] Forslaget er ændret på grund af punktet: ændringen { $events }.
   *[other] Forslaget er ændret på grund af punktet: ændringerne { $events }.
  }

no-proposal = Høringen siger ikke, hvilket forslag den svarer på. Skriv det under `proposal`.
no-base = Forslaget er et helt diagram, og det fremgår ikke, hvad det skal sammenlignes med. Angiv det med --base.
faults = Der { $n ->
    [one] er 1 fejl
   *[other] er { $n } fejl
  } i de filer, notatet bygger på. `rokade check` viser, hvad der er galt.
unread = Det kan ikke siges, hvad modellen viser: Forslaget kunne ikke læses.
shown = { $certainty ->
    [possible] Modellen viser, at det kan blive sådan.
   *[certain] Modellen viser det.
  }
shown-partly = { $certainty ->
    [possible] Modellen viser, at noget af det kan blive sådan.
   *[certain] Modellen viser noget af det.
  }
not-shown = Modellen viser det ikke.
beside = Om det, punktet handler om, viser modellen:
nothing-beside = Modellen viser hverken fejl eller advarsler om det, punktet handler om.
supports = Punktet støtter forslaget og rejser ikke noget, modellen skal vise.
silent = Modellen siger ikke noget om det.
unjudged = Modellen kan ikke bedømme det.
nowhere = Ikke fundet: { $titles }.
elsewhere = Fundet i forslaget, men ikke for det, punktet handler om: { $titles }.
not-judged = Kan ikke bedømmes fuldt ud: { $titles }.

settled-wholly = { $which ->
    [several] »{ $title }« løser det helt.
   *[only] Modforslaget løser det helt.
  }
settled-partly = { $which ->
    [several] »{ $title }« løser noget af det: { $remaining } af { $of } forhold er der stadig.
   *[only] Modforslaget løser noget af det: { $remaining } af { $of } forhold er der stadig.
  }
settled-less = { $which ->
    [several] »{ $title }« løser noget af det: Det er der stadig, men i mindre grad.
   *[only] Modforslaget løser noget af det: Det er der stadig, men i mindre grad.
  }
settled-elsewhere = { $which ->
    [several] »{ $title }« løser noget af det: Det rammer nu noget andet.
   *[only] Modforslaget løser noget af det: Det rammer nu noget andet.
  }
settled-not = { $which ->
    [several] »{ $title }« løser det ikke.
   *[only] Modforslaget løser det ikke.
  }

settled-worse = { $which ->
    [several] »{ $title }« løser det ikke: Der bliver mere af det.
   *[only] Modforslaget løser det ikke: Der bliver mere af det.
  }

counter-unread = »{ $title }« kunne ikke læses eller bedømmes til ende, så det kan ikke siges, hvad det løser.
counter-settles = { $points ->
    [0] Modellen viser ikke noget af det, der er rejst, og modforslaget har derfor ikke noget at løse.
    [one] Modellen viser noget om 1 punkt, og modforslaget løser det { $wholly ->
        [1] helt
       *[other] { $partly ->
            [1] delvist
           *[other] ikke
          }
      }.
   *[other] Modellen viser noget om { $points } punkter. Heraf løser modforslaget { $wholly } helt, { $partly } delvist og { $not } slet ikke.
  }
counter-adds = { $n ->
    [0] Det giver ikke andre fejl eller advarsler end forslaget.
    [one] Det giver 1 fejl eller advarsel, som forslaget ikke giver.
   *[other] Det giver { $n } fejl og advarsler, som forslaget ikke giver.
  }

summary = { $points ->
    [0] Der er ingen punkter i { $responses ->
        [one] høringssvaret
       *[other] de { $responses } høringssvar
      }{ $named ->
        [yes] {" "}til »{ $title }«
       *[no] {""}
      }
   *[other] Der er { $responses ->
        [one] 1 høringssvar
       *[other] { $responses } høringssvar
      } med { $points ->
        [one] 1 punkt
       *[other] { $points } punkter
      }{ $named ->
        [yes] {" "}til »{ $title }«
       *[no] {""}
      }
  }
part-shown = { $points ->
    [1] Modellen viser det helt eller delvist
   *[other] { $n ->
        [0] Modellen viser ingen af dem
       *[other] Modellen viser { $n } af dem helt eller delvist
      }
  }
part-beside = { $n } handler om noget, den har fejl eller advarsler om
part-not = { $n } viser den ikke
part-nothing = { $n } har den hverken fejl eller advarsler om
part-unjudged = { $n } kan den ikke bedømme
part-silent = { $n } støtter forslaget eller er noget, den ikke siger noget om
summary-answered = Alle spørgsmål er besvaret.
summary-unanswered = { $n ->
    [one] 1 spørgsmål er ikke besvaret.
   *[other] { $n } spørgsmål er ikke besvaret.
  }
summary-unraised = { $n ->
    [0] Alle fejl og advarsler i modellen er rejst i høringen.
    [one] 1 fejl eller advarsel i modellen har ingen rejst.
   *[other] { $n } fejl og advarsler i modellen har ingen rejst.
  }
summary-incomplete = Ikke alt kunne læses eller bedømmes: Notatet er ikke fuldstændigt.

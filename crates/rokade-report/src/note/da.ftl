### Rammen om høringsnotatet.

title = Høringsnotat
title-of = Høringsnotat: { $proposal }
column-party = Høringspart
column-said = Høringssvar
column-answer = Forvaltningens bemærkninger
column-shown = Hvad modellen viser
received = Modtaget { $date }
asked-by = Spurgt af { $who }
answered-by = Svar fra { $who }
unanswered = Ikke besvaret.
no-points = Ingen punkter.
about = Handler om:
answer = Bemærkninger:
finding = Fund { $number } ({ $certainty ->
    [possible] mulig{" "}
   *[certain] {""}
  }{ $severity ->
    [error] fejl
    [warning] advarsel
   *[note] bemærkning
  }):
finding-unnumbered = { $certainty ->
    [possible] { $severity ->
        [error] Mulig fejl:
        [warning] Mulig advarsel:
       *[note] Mulig bemærkning:
      }
   *[certain] { $severity ->
        [error] Fejl:
        [warning] Advarsel:
       *[note] Bemærkning:
      }
  }
finding-again = Fund { $number }:
see-above = { $title } (se ovenfor).
section-unanswered = Ubesvarede spørgsmål
none-unanswered = Alle spørgsmål er besvaret.
section-unraised = Det har ingen rejst
none-unraised = Alle fejl og advarsler i modellen er rejst i høringen.
unraised-unread = Det kan ikke siges, for ikke alt kunne læses eller bedømmes.
unraised-notes = { $n ->
    [one] Desuden er der 1 bemærkning, som ingen har rejst.
   *[other] Desuden er der { $n } bemærkninger, som ingen har rejst.
  }{ $flag ->
    [diff] {" "}`rokade diff … --verbose` viser, hvad det er.
   *[none] {""}
  }
counter = Modforslaget: { $title }
counter-wholly = Det løser helt:
counter-partly = Det løser delvist:
counter-not = Det løser ikke:
counter-added = Det giver til gengæld:
not-judged = Det kan ikke bedømmes
small-groups = Grupper med under fem stillinger står som »under 5« og tæller som 1–4 i alle summer, så ingen kan kendes; derfor er flere tal intervaller, og flere fund kun mulige.
made-by = Lavet med Rokade { $version }.

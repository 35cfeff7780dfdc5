### Det, tegninger siger af sig selv. Værdier: `parent`, `unit` og `title` som diagrammet skriver dem.

external = Anden organisation
under = Hører under { $parent }
below = { $n ->
    [one] 1 enhed under den er tegnet for sig
   *[other] { $n } enheder under den er tegnet for sig
  }
not-drawn = { $n ->
    [one] 1 enhed under den er ikke tegnet
   *[other] { $n } enheder under den er ikke tegnet
  }
not-drawn-changes = { not-drawn } { $changes ->
    [0] (uden ændringer)
   *[other] ({ $changes } med ændringer)
  }
survey = Tegnet er { $n } af dem: de øverste enheder{ $way ->
    [all] {" "}og alle enheder med ændringer
    [some] {" "}og enheder med de største ændringer
   *[none] {""}
  }. Ved hver enhed står det, hvor mange under den der ikke er tegnet.
part = { $title }: { $unit }
part-of = { $title } ({ $part } af { $parts })
legend = Forklaring
unchanged = uændret
before = I dag
after = Efter
no-site = Ingen adresse oplyst

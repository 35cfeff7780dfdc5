### Det, tegninger siger af sig selv. Værdier: `parent`, `unit` og `title` som diagrammet skriver dem.

external = Anden organisation
under = Hører under { $parent }
below = { $n ->
    [one] 1 enhed under den er tegnet for sig
   *[other] { $n } enheder under den er tegnet for sig
  }
part = { $title }: { $unit }
part-of = { $title } ({ $part } af { $parts })
legend = Forklaring
unchanged = uændret
before = I dag
after = Efter
no-site = Ingen adresse oplyst

### Rammen om en rapport. Værdier: antal; `because` og `until` som de er skrevet.

error = fejl
warning = advarsel
note = bemærkning
possible-error = mulig fejl
possible-warning = mulig advarsel
possible-note = mulig bemærkning

help = hjælp
place = sted
members = omfatter
balance = Opgørelse
not-judged = Kunne ikke bedømmes
notes-counted = Bemærkninger (vis dem med --verbose)
group-errors = Fejl
group-file = Filen
group-units = Enheder
group-functions = Opgaver
group-places = Adresser
group-citizens = Borgere
group-people = Medarbejdere
group-leadership = Ledelse
group-process = Proces
group-money = Økonomi og tilsagn
group-absent = Nævnes ikke længere
group-new = Nyt
more-places = { $places ->
    [one] og 1 sted mere
   *[other] og { $places } steder mere
  }

allowed = undtaget
known = kendt
allowed-because = { $because }
allowed-because-until = { $because } (til og med { $until })
allowed-until = til og med { $until }, uden begrundelse
known-because = { $because }
known-because-since = { $because } (kendt siden { $since })
known-since = kendt siden { $since }
known-plain = kendt i forvejen
allowed-plain = uden begrundelse

more = { $findings ->
    [one] og 1 mere
   *[other] og { $findings } flere
  }{ $kind ->
    [none] {""}
    [unit] {" "}i { $things ->
        [one] 1 enhed
       *[other] { $things } enheder
      }
    [function] {" "}om { $things ->
        [one] 1 opgave
       *[other] { $things } opgaver
      }
    [staff] {" "}om { $things ->
        [one] 1 medarbejdergruppe
       *[other] { $things } medarbejdergrupper
      }
    [site] {" "}på { $things ->
        [one] 1 adresse
       *[other] { $things } adresser
      }
    [target_group] {" "}for { $things ->
        [one] 1 målgruppe
       *[other] { $things } målgrupper
      }
   *[other] {" "}om { $things ->
        [one] 1 ting
       *[other] { $things } ting
      }
  }
show-all = (vis alle med --full)
more-mixed = heraf { $parts }

errors = { $n ->
    [0] ingen fejl
   *[other] { $n } fejl
  }
warnings = { $n ->
    [0] ingen advarsler
    [one] 1 advarsel
   *[other] { $n } advarsler
  }
notes = { $n ->
    [0] ingen bemærkninger
    [one] 1 bemærkning
   *[other] { $n } bemærkninger
  }
counted-allowed = { $n } undtaget
counted-known = { $n } kendt
incomplete = Ikke alt kunne læses eller bedømmes: Dette er ikke hele billedet.

### Formater til byggeservere.

is-complete = Kontrollen er fuldstændig
number = nr.
severity = alvor
rule = regel
finding = fund
details = Steder og hjælp
more-findings = { $n ->
    [one] Der er plads til alle fund undtagen 1
   *[other] Der er plads til alle fund undtagen { $n }
  }: { $parts }.
more-details = { $n ->
    [one] Steder og hjælp til 1 fund er udeladt.
   *[other] Steder og hjælp til { $n } fund er udeladt.
  }
source-root = Mappen, som stierne til filerne regnes fra

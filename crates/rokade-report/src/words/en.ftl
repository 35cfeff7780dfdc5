### The frame of a report. Values: counts; `because` and `until` as written.

error = error
warning = warning
note = note
possible-error = possible error
possible-warning = possible warning
possible-note = possible note

help = help
place = place
members = concerns
balance = Balance
not-judged = Could not be judged
notes-counted = Notes (show them with --verbose)
group-errors = Errors
group-file = The file
group-units = Units
group-functions = Functions
group-places = Sites
group-citizens = Citizens
group-people = Staff
group-leadership = Leadership
group-process = Process
group-money = Money and commitments
group-absent = No longer named
group-new = New
more-places = { $places ->
    [one] and 1 more place
   *[other] and { $places } more places
  }

allowed = allowed
known = known
allowed-because = { $because }
allowed-because-until = { $because } (until { $until })
allowed-until = until { $until }, no reason given
known-because = { $because }
known-because-since = { $because } (known since { $since })
known-since = known since { $since }
known-plain = known already
allowed-plain = no reason given

more = and { $findings } more{ $kind ->
    [none] {""}
    [unit] {" "}in { $things ->
        [one] 1 unit
       *[other] { $things } units
      }
    [function] {" "}about { $things ->
        [one] 1 function
       *[other] { $things } functions
      }
    [staff] {" "}about { $things ->
        [one] 1 staff group
       *[other] { $things } staff groups
      }
    [site] {" "}at { $things ->
        [one] 1 site
       *[other] { $things } sites
      }
    [target_group] {" "}for { $things ->
        [one] 1 target group
       *[other] { $things } target groups
      }
   *[other] {" "}about { $things ->
        [one] 1 thing
       *[other] { $things } things
      }
  }
show-all = (show all with --full)
more-mixed = of these { $parts }

errors = { $n ->
    [0] no errors
    [one] 1 error
   *[other] { $n } errors
  }
warnings = { $n ->
    [0] no warnings
    [one] 1 warning
   *[other] { $n } warnings
  }
notes = { $n ->
    [0] no notes
    [one] 1 note
   *[other] { $n } notes
  }
counted-allowed = { $n } allowed
counted-known = { $n } known
incomplete = Not everything could be read or judged: this is not the whole picture.

### Formats for build servers.

is-complete = The check is complete
number = no.
severity = severity
rule = rule
finding = finding
details = Places and help
more-findings = { $n ->
    [one] There is room for all findings but 1
   *[other] There is room for all findings but { $n }
  }: { $parts }.
more-details = { $n ->
    [one] Places and help of 1 finding are left out.
   *[other] Places and help of { $n } findings are left out.
  }
source-root = The folder that the paths of the files begin at

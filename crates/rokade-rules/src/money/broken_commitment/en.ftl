title = Commitments that do not hold
message-limit = “{ $commitment }” { $certainty ->
    [certain] does not hold
   *[possible] cannot be shown to hold
  }. { $measure_label }{ $of_is ->
    [one] {" "}({ $of })
   *[all] {""}
  }: { $value_is ->
    [known] { $value }
   *[unknown] not known
  }. { $side ->
    [most] At most
   *[least] At least
  } { $promised ->
    [number] { $limit }
   *[share] { $limit_is ->
        [known] { $limit } ({ $share } of { $whole })
       *[unknown] { $share } of what there is today
      }
  } was promised.
message-unit = “{ $commitment }” { $certainty ->
    [certain] does not hold
   *[possible] cannot be shown to hold
  }: { $unit } { $reason ->
    [closed] is closed
    [merged] becomes part of { $now }
    [split] is split into { $now }
    [divided] is divided, and a part becomes { $now }
   *[emptied] is left without posts and functions
  }.
message-function = “{ $commitment }” { $certainty ->
    [certain] does not hold
   *[possible] cannot be shown to hold
  }: { $reason ->
    [ended] { $function } ends
    [absent] { $function } is no longer named
    [no-site] { $sites_count ->
        [one] { $sites } is no longer there, and { $function } cannot be kept there
       *[other] { $sites } are no longer there, and { $function } cannot be kept there
      }
    [unassigned] nobody is responsible for { $function }
    [not-met] nobody performs { $function }
    [perhaps-met] there may be nobody who performs { $function }
   *[unknown] nothing says who performs { $function }
  }{ $reason ->
    [no-site] {""}
   *[other] { $where ->
        [sites] {" "}at { $sites }
       *[anywhere] {""}
      }
  }.
message-co-location = “{ $commitment }” { $certainty ->
    [certain] does not hold
   *[possible] cannot be shown to hold
  }: { $reason ->
    [apart] { $together } share no site
    [perhaps] { $together } may share no site
   *[unknown] nothing says that { $together } share a site
  }.
help-limit = Change the proposal until the commitment holds, or say in the proposal what is promised instead, and to whom.
help-unit = Let the unit stay, or say in the proposal what becomes of what was promised.
help-function = Say who is responsible for it and who performs it there, or say in the proposal what becomes of what was promised.
help-co-location = Let those who must sit together do so, or say in the proposal what becomes of what was promised.
label = promised here
label-base = was to be kept
label-now = this is what it becomes
label-stated = stated here

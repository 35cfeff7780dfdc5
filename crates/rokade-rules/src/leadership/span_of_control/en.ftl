title = Heads with many direct reports
message = { $leader } { $kind ->
    [head] has { $direct } direct reports
   *[professional-lead] is professional lead for { $direct } posts
  }; the limit is { $limit }{ $certainty ->
    [possible] , which may be exceeded, as the counts are ranges
   *[certain] {""}
  }. Directly: { $staff }. In all { $below } below.
message-grown = { $leader } { $kind ->
    [head] gets { $direct } direct reports
   *[professional-lead] becomes professional lead for { $direct } posts
  }, against { $before } today; the limit is { $limit }{ $certainty ->
    [possible] , which may be exceeded, as the counts are ranges
   *[certain] {""}
  }. Directly: { $staff }. In all { $below } below.
message-jump = { $leader } goes from { $before } to { $direct } { $kind ->
    [head] direct reports
   *[professional-lead] posts as professional lead
  }{ $certainty ->
    [possible] , as far as the counts say
   *[certain] {""}
  }. Directly: { $staff }. In all { $below } below.
message-flat = { $unit } is new and drawn without inner organisation: { $direct } posts report directly to { $leader }, and the limit is { $limit }.
help = Put a team leader or a coordinator in between (`reports_to`), draw teams as units with heads of their own, or share the leadership.
help-jump = Say in the hearing papers how the leadership keeps up: time, a deputy, or team leaders.
help-flat = Draw teams and their heads when the inner organisation is decided.
label = { $direct } here
label-base = { $before } today
not-judged = How many report to one head cannot be judged everywhere: add `count` to { $staff }.

title = Undtagelser, der ikke bruges
message = { $where ->
    [entity] { $entity } er undtaget fra `{ $rule }`, men reglen finder intet dér.
    [event] Ændringen `{ $event }` er undtaget fra `{ $rule }`, men reglen finder intet, der skyldes den.
    [event_number] Ændring nr. { $number } er undtaget fra `{ $rule }`, men reglen finder intet, der skyldes den.
   *[file] Hele filen er undtaget fra `{ $rule }`, men reglen finder intet.
  }
message-shared = { $where ->
    [event] Ændringen `{ $event }`
   *[event_number] Ændring nr. { $number }
  } er undtaget fra `{ $rule }`, men det, reglen finder, skyldes flere ændringer tilsammen, og det dækker en undtagelse på én af dem ikke.
message-unknown = { $where ->
    [entity] { $entity } er undtaget fra `{ $rule }`, men der er ingen regel med det navn.
    [event] Ændringen `{ $event }` er undtaget fra `{ $rule }`, men der er ingen regel med det navn.
    [event_number] Ændring nr. { $number } er undtaget fra `{ $rule }`, men der er ingen regel med det navn.
   *[file] Filen er undtaget fra `{ $rule }`, men der er ingen regel med det navn.
  }
help = Slet undtagelsen. Ellers skjuler den et fund, der kommer til senere.
help-shared = Sæt undtagelsen på den enhed, stilling eller opgave, som fundet drejer sig om, med `set`.
help-nearest = Mente du `{ $nearest }`?
help-unknown = Slet undtagelsen, eller se reglernes navne med `rokade rules`.
label = dækker intet

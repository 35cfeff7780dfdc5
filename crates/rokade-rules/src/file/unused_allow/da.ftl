title = Undtagelser, der ikke bruges
message = { $where ->
    [entity] { $entity } er undtaget fra `{ $rule }`, men reglen finder intet dér.
   *[file] Hele filen er undtaget fra `{ $rule }`, men reglen finder intet.
  }
message-unknown = { $where ->
    [entity] { $entity } er undtaget fra `{ $rule }`, men der er ingen regel med det navn.
   *[file] Filen er undtaget fra `{ $rule }`, men der er ingen regel med det navn.
  }
help = Slet undtagelsen. Ellers skjuler den et fund, der kommer til senere.
help-nearest = Mente du `{ $nearest }`?
help-unknown = Slet undtagelsen, eller se reglernes navne med `rokade rules`.
label = dækker intet

title = Ukendte nøgler
message = Formatet har ingen nøgle `{ $key }` her.
help = Slet den, eller se med `rokade schema`, hvilke nøgler der kan stå her.
help-nearest = Mente du `{ $nearest }`?
help-quote = En tekst er delt ved et komma: Sæt hele teksten i anførselstegn ("…").
label = ukendt nøgle
help-base = Kun et forslag har `{ $key }`: Angiv med `base: FIL`, hvilket diagram det går ud fra.
help-set = I et forslag skrives `{ $key }` under `set`. Det, der er nyt, kan også oprettes med en ændring: `establish` eller `recruit`.

title = Flere enheder øverst
message = { $units_count } enheder står øverst uden noget over sig: { $units }.
help = Skriv med `parent`, hvilken enhed de hører under. Er en af dem en anden organisation, så skriv `external: true` på den.
label = har ingen `parent`

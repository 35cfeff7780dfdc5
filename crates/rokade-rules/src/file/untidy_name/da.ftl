title = Navne med overflødige mellemrum
message = { $names ->
    [one] 1 navn har
   *[other] { $names } navne har
  } mellemrum i enderne eller to i træk: { $things }.
help = Slet de overflødige mellemrum, så navnet er skrevet ens alle steder.
label = overflødige mellemrum

title = Names that are nearly the same
message = { $difference ->
    [none] "{ $name }" is the name of { $things_count } { $kind ->
        [unit] units
        [function] functions
        [site] sites
       *[target_group] target groups
      } that may be one: { $things }.
   *[other] "{ $name }" and "{ $other_name }"{ $more_names ->
        [0] {""}
        [one] {" "}and 1 name more
       *[other] {" "}and { $more_names } names more
      } may be one { $kind ->
        [unit] unit
        [function] function
        [site] site
       *[target_group] target group
      }: the names are the same but for { $difference ->
        [setting] capitals, punctuation, blanks or word order
        [letter] one letter
       *[both] one letter and capitals, punctuation, blanks or word order
      }.
  }
help = If they are one, keep one of them and write the other name under `also`. If they are two, give them names that can be told apart, or allow it with `allow`.
label = like another name

title = Posts that report to each other
message = { $kind ->
    [self] { $staff } is to report to itself
    [two] The posts { $staff } report to each other
   *[ring] The posts { $staff } report to each other in a ring ({ $ring })
  }, so nobody above leads { $posts ->
    [one] it
   *[other] these { $posts } posts
  }.
help = Say in `reports_to` whom one of them reports to outside the ring, or leave it out: then it is the head of the unit.
label = reports to { $superior }

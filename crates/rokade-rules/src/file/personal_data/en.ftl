title = Personal data
message = { $kind ->
    [cpr] { $count ->
        [one] 1 number looks like a CPR number
       *[other] { $count } numbers look like CPR numbers
      }
   *[email] { $count ->
        [one] 1 e-mail address stands
       *[other] { $count } e-mail addresses stand
      } in the file
  }.
help = { $kind ->
    [cpr] Delete the number here and in earlier versions of the file. If it is a CPR number and the file has been shared, tell your data protection officer at once.
   *[email] Delete the e-mail address if it is a person's; a chart tells of posts, not of those who hold them. Allow the finding if it is a shared mailbox.
  }
label = { $kind ->
    [cpr] looks like a CPR number
   *[email] an e-mail address
  }

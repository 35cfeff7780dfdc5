title = Medarbejdere, der er placeret to gange
message = { $staff } er { $staff_count ->
    [one] {""}
   *[other] tilsammen{" "}
  }{ $there_are ->
    [one] 1 stilling
   *[other] { $there_are } stillinger
  } i dag, men forslaget fordeler { $listed_posts }: { $listed }. Det er { $over } for mange.
help = Ret antallene, så hver stilling kun tæller med i én gruppe. Nye stillinger skrives som en gruppe for sig uden `previously`.
label-revision = her { $here }
label-base = { $here } i dag

title = Opgaver, forslaget ikke nævner
message = Forslaget nævner ikke længere { $members ->
    [one] { $functions }
   *[other] { $members } opgaver
  }, som { $cause ->
    [nobody] ingen enhed har ansvaret for i dag
    [unit-closed] hører under { $units }, der lukker
    [unit-merged] hører under { $units }, der lægges sammen med andre
    [unit-split] hører under { $units }, der deles
   *[other] hører under { $units } i dag
  }, og siger heller ikke, at { $members ->
    [one] opgaven ophører.
   *[other] de ophører: { $functions }.
  }{ $staff_count ->
    [0] {""}
   *[other] {" "}Udføres i dag af { $staff }.
  }
help = Giv opgaven en ansvarlig enhed (`responsible`) i forslaget. Skal den ophøre, så skriv den under `ended` med en begrundelse; er den blevet en del af en anden opgave, så skriv det med `previously` på den.
label = ikke nævnt i forslaget

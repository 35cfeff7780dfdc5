title = Nøgler og id'er, der står mere end én gang
message = { $where ->
    [entity] { $entity }: Nøglen `{ $key }` står mere end én gang. Kun den første er læst.
   *[file] Nøglen `{ $key }` står mere end én gang. Kun den første er læst.
  }
message-id = Id'et `{ $key }` står mere end én gang under `{ $section }`. Kun det første er læst.
help = Behold den ene, og slet den anden.
help-id = Er det den samme, så saml det hele ét sted. Er det en anden, så giv den sit eget id.
label = står her igen
label-first = står her først

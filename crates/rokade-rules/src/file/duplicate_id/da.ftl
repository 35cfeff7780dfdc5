title = Nøgler og id'er, der står to gange
message = { $where ->
    [entity] { $entity } har nøglen `{ $key }` to gange. Kun den første er læst.
   *[file] Nøglen `{ $key }` står to gange. Kun den første er læst.
  }
message-id = Id'et `{ $key }` står to gange under `{ $section }`. Kun det første er læst.
help = Behold den ene, og slet den anden.
help-id = Er det den samme, så saml det hele ét sted. Er det en anden, så giv den sit eget id.
label = står her igen
label-first = står her først

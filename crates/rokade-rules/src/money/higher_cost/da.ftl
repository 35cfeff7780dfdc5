title = Stillinger, der koster mere
message = Stillingerne { $certainty ->
    [certain] koster
   *[possible] kan komme til at koste
  } { $rise } mere om året: { $staff }.
help = Skriv, hvad der betaler for det: forslagets besparelser eller en bevilling. Stillinger, der nedlægges, skrives under `ended`.
label = { $more } mere om året
not-judged = Om { $staff } koster mere, kan ikke afgøres: Skriv i begge diagrammer, hvad hver stilling koster om året (`cost`).

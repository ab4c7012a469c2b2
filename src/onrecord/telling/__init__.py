"""Records said in short plain words, for whatever shows them to people: a terminal, a page, a chart."""

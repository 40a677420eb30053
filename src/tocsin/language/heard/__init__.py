"""Names in scripts that are read in Latin letters in many ways: what a name and its transliterations have in common."""

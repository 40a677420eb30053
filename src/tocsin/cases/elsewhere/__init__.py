"""One person in several cases: what takes a name out of one holds it back in the others until somebody there looks."""

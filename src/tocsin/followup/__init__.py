"""Everything after the letter: what became of it, who answered, who is told."""

"""What happened in a case, in order, as far as is known: lines with their sources, and pictures that say the same."""

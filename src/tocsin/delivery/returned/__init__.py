"""Mail that came back: what it does to the letter, to its address, to what waits, and whom we tell."""

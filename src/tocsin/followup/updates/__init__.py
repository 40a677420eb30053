"""Word to those who wrote: own mail, once to each, which one press ends."""

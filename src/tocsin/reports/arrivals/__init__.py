"""What comes in, by whatever way: stored first, read afterwards, kept until it is a report or somebody dismisses it."""

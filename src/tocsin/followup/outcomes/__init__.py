"""What became of an action: outcomes, each with its day and its source."""

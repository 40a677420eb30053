"""The published call: demands, targets, asks, letters per language."""

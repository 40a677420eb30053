"""What is printed: sheets set by typst, with fonts that are known to hold every letter."""

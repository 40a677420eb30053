"""What leaves the house for other programs: one file a format. Pure: a case file in, lines or bytes out."""

"""Second opinions on a report, off by default: suggestions, each located in the text or dropped."""

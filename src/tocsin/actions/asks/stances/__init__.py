"""Where organisations stand on the case, as reported: for, against, silent. Each with its source."""

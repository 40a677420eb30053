"""Newer lists of offices: read, compared with what is known, shown, and only then written."""

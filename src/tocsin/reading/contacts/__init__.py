"""Whom to write to: the grammar of contact blocks, one layout or one idea a file. `read.py` puts them together."""

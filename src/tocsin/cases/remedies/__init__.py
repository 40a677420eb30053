"""Remedies tried: what was asked of whom, what was refused, and what reports tell of it."""

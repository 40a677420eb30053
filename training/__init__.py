"""Texts with their annotations, and what learns from them; see README.md."""

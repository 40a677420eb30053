"""Invented reports, people and cases in any number, in a database of their own, for benches that need many."""

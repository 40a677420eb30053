"""The case file: persons at risk, incidents, claims side by side."""

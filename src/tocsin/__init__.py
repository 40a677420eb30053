"""Tocsin: from a report to an action in minutes."""

"""Calls of supporters to an office."""

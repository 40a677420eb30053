"""A report as received (immutable), the draft read from it, and its review."""

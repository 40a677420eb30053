"""A report's text -> a Draft: one file per finder, pure functions, no network, never Django."""

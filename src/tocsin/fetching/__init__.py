"""The one place that opens a connection to a stranger's server, and only when a person asked for that page."""

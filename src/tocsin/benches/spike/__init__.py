"""A spike of supporters, invented: an open action, a real server, and many who write at once."""

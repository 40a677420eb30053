"""A mail provider between us and the world: what it is told with each mail, and what it tells us of it later."""

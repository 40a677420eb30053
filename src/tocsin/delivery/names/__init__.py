"""Letters that wait when a name is taken back: what we drafted is said otherwise, a writer's own words wait for her."""

"""How the public counts are kept: a job adds up what is new, so that nobody waits for a counter that all share."""

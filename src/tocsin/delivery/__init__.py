"""One letter, one target, one channel: states, sending, counts."""

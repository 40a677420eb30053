"""What we do measured beside what the machine can do at most, and beside a peer, in one run."""

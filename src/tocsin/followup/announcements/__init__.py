"""A new action is told to those who asked for the next appeal: once, and to nobody else."""

"""Parsers of hostile formats run in a process of their own, with little time, memory and nothing else."""

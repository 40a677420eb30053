"""Attempts to get an answer: logging them, what was said in them, how long the answer has been awaited, what to do next."""

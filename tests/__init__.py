"""The tests: the same tree as `src/tocsin`, and beside it journeys and rules."""

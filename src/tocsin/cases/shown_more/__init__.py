"""Showing more of a case that the public sees already, where the organisation wants two people for publishing."""

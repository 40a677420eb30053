"""The call relay: an office is called in turns of a quarter of an hour by volunteers who have no account.

A volunteer holds a personal link. We keep the hash of its token and a first name or nickname, for thirty days after the end.
"""

"""FollowTheMoney, the exchange format of investigative databases: one JSON object a line."""

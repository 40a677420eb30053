"""Letters that somebody takes out of the count, by a rule and for a reason that the public reads; and puts back again."""

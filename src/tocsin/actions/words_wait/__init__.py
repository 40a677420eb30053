"""Words of an action that the public sees: where two people decide, they wait for the second of them."""

"""Words of solidarity to those whom an action is about: looked at first, with first names alone."""

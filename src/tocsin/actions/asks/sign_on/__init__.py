"""Organisations sign on to an action: confirmed from their own domain or by hand, shown after a person looked."""

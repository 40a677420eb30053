"""Why a provider's call is not taken."""


class NotTheirs(Exception):
    """The call is not the provider's: its password or its signature is wrong."""


class NoEvents(Exception):
    """It comes from the provider, but is nothing that can be read."""

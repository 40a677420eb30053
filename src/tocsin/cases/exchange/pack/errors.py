"""What is wrong with a zip that somebody wants to import."""


class CannotImport(Exception):
    """Nothing was imported; `str(error)` says why and what to do."""

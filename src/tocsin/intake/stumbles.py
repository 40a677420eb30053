"""In these ways parsers of mails, and of what mail providers tell, stumble over what nobody would send in good faith."""

STUMBLES = (ValueError, LookupError, TypeError, AttributeError, AssertionError, RecursionError)

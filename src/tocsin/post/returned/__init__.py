"""Mail that comes back, and complaints about it: from bytes, or a provider's message, to what it means."""

"""What must be looked at by a second pair of eyes before it is stored or shown."""

"""When letters leave: a pure calculation, without Django, of times that no target's inbox drowns by."""

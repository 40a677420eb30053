"""What the templates of the public pages need beyond Django."""

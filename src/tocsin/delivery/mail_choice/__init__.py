"""Whether letters go by our server, by supporters' own mail programs, or as each likes: by action and by mail domain."""

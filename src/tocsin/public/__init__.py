"""What the public touches: one file per page."""

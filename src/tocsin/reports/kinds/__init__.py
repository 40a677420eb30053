"""What the fields of a draft can hold."""

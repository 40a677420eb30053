"""Pages as files: rendered when something changes, read without the database, gone before a withdrawal is stored."""

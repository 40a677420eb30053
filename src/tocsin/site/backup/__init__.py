"""One file that holds an installation: its database as SQLite, whichever it runs on, and the files beside it."""

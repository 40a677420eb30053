"""Settings, URLs, checks: the installation as a whole."""

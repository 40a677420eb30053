"""From offices and a supporter's country to whom to write to, why, and how sure that is."""

"""Base templates, form widgets, style and the mark; imports nothing of ours."""

"""The words of a letter, and the forms in which it leaves a supporter's hands."""

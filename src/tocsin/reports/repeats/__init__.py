"""Copies, translations and newer versions of a report: found when it comes in, judged by a person, undone."""

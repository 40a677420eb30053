"""The table of words behind the entries: one module a database, with the same verbs."""

from django.db import connection

from .fts5 import Fts5
from .tsvectors import Tsvectors
from .words import WordsTable


def words_table() -> WordsTable:
    return Fts5() if connection.vendor == "sqlite" else Tsvectors()

"""Invented lists of offices, read as the command line reads them."""

from tocsin.directory.imports.listing import Listing
from tocsin.directory.imports.sheet import Given, listing_of
from tocsin.directory.imports.table import read_table

HEAD = "sender,host,city,kind,serves,phone,email,website,wikidata,source,source_date\n"
OSLO = (
    "LV,NO,Oslo,embassy,NO|IS,+47 22 54 22 80,oslo@embassy.example,https://oslo.example/,Q1,A list,2024-05\n"
)
CAIRO = "LV,EG,Cairo,embassy,EG|SD,,cairo@embassy.example,,Q2,A list,2024-05\n"


def read(text: str, given: Given | None = None) -> Listing:
    return listing_of(read_table(text.encode()), given or Given())


def dated(text: str, date: str) -> str:
    return text.replace("2024-05", date)

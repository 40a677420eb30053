"""The directory that ships: missions of every country, what departs from the rule, and who says so.

Built by `tools/build_directory.py`; `exceptions.csv` and `sources.csv` are kept by hand. Nothing is read before it is
asked for, and then only the rows of the country asked for are parsed.
"""

from tocsin.routing.shipped.exceptions import exceptions_between, exceptions_of
from tocsin.routing.shipped.missions import missions_of, senders
from tocsin.routing.shipped.sources import shipped_sources

__all__ = ["exceptions_between", "exceptions_of", "missions_of", "senders", "shipped_sources"]

"""Web addresses on the command line: fetched only where `--online` says so."""

from tocsin.intake.errors import NotFetched


def is_address(source: str) -> bool:
    return source.lower().startswith(("http://", "https://"))


def fetched(address: str, online: bool) -> tuple[bytes, str]:
    """(bytes, where they came from at last). Raises `Unreadable`."""
    if not online:
        raise NotFetched(
            "a web address is not fetched unless you ask for it with --online;"
            " or save the page from your browser as a file and read that"
        )
    from tocsin.fetching.page import fetch_page  # here, since files need no network

    return fetch_page(address)

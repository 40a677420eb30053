"""What came out of a stranger's bytes, as text that every database stores."""

import re

_HALF_A_LETTER = re.compile(r"[\ud800-\udfff]")


def storable(text: str) -> str:
    """Without NUL, which PostgreSQL refuses; a lone surrogate, which UTF-8 cannot say, becomes U+FFFD."""
    return _HALF_A_LETTER.sub("\ufffd", text.replace("\0", ""))

"""E-mail addresses that stood in the source and cannot be read any more: counted, never invented."""

import re

from tocsin.terms.span import Span

# A local part has at most 64 characters (RFC 5321, 4.5.3.1.1), which also keeps the time linear.
_BLANK = r"[ \t\u00a0\u2007\u202f]*"
_REDACTED = re.compile(
    rf"""\[{_BLANK}e-?mail{_BLANK}(?:\(at\)|@)?{_BLANK}(?:address{_BLANK})?(?:is{_BLANK})?
        (?:protected|hidden|redacted|removed|withheld|deleted|obfuscated){_BLANK}\]
      | \[{_BLANK}(?:address|e-?mail{_BLANK}address){_BLANK}(?:redacted|removed|withheld|deleted|hidden){_BLANK}\]
      | \[{_BLANK}(?:correo|courriel|e-?mail|adresse){_BLANK}(?:protegido|protégé|prot[eé]g[eé]e?|geschützt|protetto){_BLANK}\]
      | (?<![\w.])[\w.+-]{{0,64}}@(?:\?{{2,}}|\.{{3,}}|…|x{{3,}}(?![\w.])|\*{{2,}})
      | (?<![\w.])[\w+-][\w.+-]{{0,63}}?(?:\.{{3,}}|…)@[\w-]+\.[\w.-]+
    """,
    re.IGNORECASE | re.VERBOSE,
)


def find_redactions(text: str) -> list[Span]:
    """Each '[email protected]' and the like, also with no-break spaces and glued to a word, once and in order."""
    if "[" not in text and "@" not in text:
        return []
    return [Span(*match.span()) for match in _REDACTED.finditer(text)]

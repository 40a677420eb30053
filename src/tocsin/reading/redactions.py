"""E-mail addresses that stood in the source and cannot be read any more: counted, never invented."""

import csv
import re
from functools import cache
from importlib import resources

from tocsin.language.tried import tried
from tocsin.terms.span import Span

# A local part has at most 64 characters (RFC 5321, 4.5.3.1.1), which also keeps the time linear.
_BLANK = r"[ \t\u00a0\u2007\u202f]*"
_IN_BRACKETS = rf"""[\[<({{]{_BLANK}(?:the{_BLANK})?(?:e-?)?mail{_BLANK}(?:\(at\)|@)?{_BLANK}(?:address(?:es)?{_BLANK})?(?:is{_BLANK})?
        (?:protected|hidden|redacted|removed|withheld|deleted|obfuscated){_BLANK}[\]>)}}]
      | [\[<]{_BLANK}(?:address|e-?mail{_BLANK}address){_BLANK}(?:redacted|removed|withheld|deleted|hidden){_BLANK}[\]>]
      | [\[<(]{_BLANK}(?:(?:correo|courriel|e-?mail|adresse|mail){_BLANK}(?:electr[oó]nico|e-?mail)?)-?{_BLANK}
        (?:adresse{_BLANK})?(?:protegido|ocult[oa]|prot[eé]g[eé]e?|masquée?|supprimée?|geschützt|entfernt|protett[oa]|nascosta){_BLANK}[\])>]
      | <(?:(?<=[\w.:)]<)|(?<=[\w.:)]\ <)){_BLANK}>
      | \[{_BLANK}(?:адрес|почта|e-?mail){_BLANK}(?:скрыт|защищен|защищён|удал[её]н)а?{_BLANK}\]
      | [\[【]{_BLANK}(?:邮箱|电子邮件|電郵|郵箱)(?:已)?(?:隐藏|隱藏|受保护|受保護|保护)[\]】]
"""
_MASKED = r"""      | (?<![\w.])[\w.+-]{0,64}@(?:\?{2,}|\.{3,}|…|x{3,}(?![\w.])|\*{2,})
      | (?<![\w.])[\w+-][\w.+-]{0,63}?(?:\.{3,}|…)@[\w-]+\.[\w.-]+
"""
_REDACTED_IN_BRACKETS = re.compile(_IN_BRACKETS, re.IGNORECASE | re.VERBOSE)
_BRACKET = re.compile(r"[\[<({【]")
_IS_MASKED = re.compile(r"@(?:\?\?|\.\.\.|…|[xX]{3}|\*\*)|(?:\.\.\.|…)@")
_SCRIPT = re.compile(r"java ?script", re.IGNORECASE)
_LONGEST_SENTENCE = 120
_SENTENCE = re.compile(r"[^.!?。！\n]*[.!?。！]?")


def find_redactions(text: str) -> list[Span]:
    """Each '[email protected]' and the like, also with no-break spaces and glued to a word, once and in order."""
    found = []
    if "@" in text and _IS_MASKED.search(text):
        found += [Span(*match.span()) for match in _redacted().finditer(text)]
    else:
        brackets = (bracket.start() for bracket in _BRACKET.finditer(text))
        found += [Span(*match.span()) for match in tried(_REDACTED_IN_BRACKETS, text, brackets)]
    if "pam" in text or "спам" in text or _SCRIPT.search(text):
        found += [_whole(text, match) for match in _screens().finditer(text)]
    return sorted(found)


@cache
def _redacted() -> re.Pattern[str]:
    """Compiled for the first text that needs it: it takes long, and few print half an address."""
    return re.compile(_IN_BRACKETS + _MASKED, re.IGNORECASE | re.VERBOSE)


def _whole(text: str, match: re.Match[str]) -> Span:
    """With the sentence that follows: '... You need JavaScript enabled to view it.'"""
    end = _sentence_end(text, match.end())
    following = _sentence_end(text, end)
    return Span(match.start(), following if _SCRIPT.search(text, end, following) else end)


def _sentence_end(text: str, start: int) -> int:
    sentence = _SENTENCE.match(text, start, start + _LONGEST_SENTENCE)
    return sentence.end() if sentence else start


@cache
def _screens() -> re.Pattern[str]:
    """What content managers print in place of an address, by `language/data/redactions.csv`."""
    table = resources.files("tocsin.language").joinpath("data", "redactions.csv").read_text(encoding="utf-8")
    phrases = sorted({row["words"] for row in csv.DictReader(table.splitlines())}, key=len, reverse=True)
    either = "|".join(r"\s+".join(map(re.escape, phrase.split())) for phrase in phrases)
    return re.compile(rf"(?:(?<!\w)[^\W\d_]{{2,7}} )?(?:{either})", re.IGNORECASE)

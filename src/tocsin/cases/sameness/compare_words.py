"""What the words of two reports add: 'again', 'in total', or the same sentence."""

import re

from rapidfuzz.fuzz import token_set_ratio

from .likeness import Reason

_AGAIN = re.compile(
    r"(?i)\b(?:again|anew|once more|another|second time|снова|опять|вновь|повторно|зноў|знову|de nuevo|otra vez|nuevamente"
    r"|de nouveau|à nouveau|erneut|wieder|nochmals|novamente|outra vez|di nuovo|ancora|отново|yeniden|tekrar)\b|再次|又"
)
_TOTAL = re.compile(
    r"(?i)\b(?:in total|so far|altogether|since the|all told|всего|в общей сложности|en total|au total|insgesamt|no total"
    r"|in totale|общо|toplam)\b|共计|总共"
)
_ALIKE = 80
_SHORTEST = 25  # letters: shorter words are alike by chance


def compare_words(one: str, other: str) -> list[Reason]:
    """Only what one side says and the other does not tells them apart."""
    found = []
    if bool(_AGAIN.search(one)) != bool(_AGAIN.search(other)):
        found.append(Reason("words_again", -1.4))
    if bool(_TOTAL.search(one)) != bool(_TOTAL.search(other)):
        found.append(Reason("words_total", -1.2))
    if min(len(one), len(other)) >= _SHORTEST and token_set_ratio(one, other) >= _ALIKE:
        found.append(Reason("words_same", 0.8))
    return found

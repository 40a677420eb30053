"""Whether two incidents may have been in one place."""

import re
from functools import lru_cache

from rapidfuzz.distance import Indel

from tocsin.language.name_fold import spelt
from tocsin.language.place_index import place_names
from tocsin.language.place_keys import place_key
from tocsin.language.place_points import Point, nearest, points_of

from .happening import Spot
from .likeness import Reason

NEAR_KM = 25.0
_SAME_KM = 5.0
_SPELT_ALIKE = 0.84
_PARTS = re.compile(r"\s*[,;/()]\s*")


def compare_places(one: Spot, other: Spot) -> Reason:
    """By spelling, by where the places lie, and by whether one lies in the other."""
    says = (one.name, other.name)
    if one.country and other.country and one.country != other.country:
        return Reason("place_country", -3.0, *says)
    if not one.name or not other.name:
        return Reason("place_unknown", -0.3, *says)
    if place_key(one.name) == place_key(other.name):
        return Reason(
            "place_same" if not _is_wide(one) else "place_country_same", 0.6 if _is_wide(one) else 1.6, *says
        )
    if _is_wide(one) or _is_wide(other):
        return Reason("place_wider", 0.6 if _is_wide(one) and _is_wide(other) else 0.1, *says)
    return _by_points(one, other) or _by_words(one, other)


def _by_points(one: Spot, other: Spot) -> Reason | None:
    distance = nearest(_points(one), _points(other))
    says = (one.name, other.name)
    if distance is None:
        return None
    if distance <= _SAME_KM:
        return Reason("place_same", 1.6, *says)
    if distance <= NEAR_KM:
        return Reason("place_near", 0.6, *says)
    return Reason("place_far", -4.0, *says)


def _by_words(one: Spot, other: Spot) -> Reason:
    """Places that no gazetteer of ours has: by how they are spelt in Latin letters."""
    says = (one.name, other.name)
    if _likeness(one.name, other.name) >= _SPELT_ALIKE:
        return Reason("place_spelt", 1.4, *says)
    if any(_likeness(a, b) >= _SPELT_ALIKE for a in _words(one.name) for b in _words(other.name)):
        return Reason("place_within", 0.8, *says)
    return Reason("place_other", -1.8 if _same_script(*says) else -0.5, *says)


@lru_cache(8192)
def _likeness(one: str, other: str) -> float:
    return Indel.normalized_similarity(spelt(place_key(one)), spelt(place_key(other)))


def _same_script(one: str, other: str) -> bool:
    return (max(one) < "\u0250") == (max(other) < "\u0250")


def _points(spot: Spot) -> tuple[Point, ...]:
    if spot.latitude is not None and spot.longitude is not None:
        return (Point(spot.country, spot.latitude, spot.longitude),)
    tried = (points_of(part, spot.country or None) for part in (spot.name, *_PARTS.split(spot.name)) if part)
    return next((points for points in tried if points), ())


def _is_wide(spot: Spot) -> bool:
    """A country or a region of one, which holds many places."""
    meant = place_names().get(place_key(spot.name)) or ""
    return meant[:1] in ("c", "r", "n", "h") and not points_of(spot.name, spot.country or None)


def _words(name: str) -> list[str]:
    return re.findall(r"[^\W\d_]{4,}", name)

"""The codes of `status-axes.csv` in the words of the page, and each axis as a kind of field."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from tocsin.terms.status_axes import AXES, status_codes

from .kinds.coded import Coded

AXIS_WORDS: dict[str, Any] = {
    "life": _("Life and health"),
    "liberty": _("Liberty"),
    "law": _("Before the law"),
    "work": _("Work"),
    "risk": _("At risk of"),
}
CODE_WORDS: dict[str, dict[str, Any]] = {
    "life": {
        "well": _("well"),
        "injured": _("injured"),
        "hospitalised": _("in hospital"),
        "missing": _("missing"),
        "found_free": _("found, free"),
        "found_held": _("found, held"),
        "dead": _("dead"),
        "unknown": _("not known"),
    },
    "liberty": {
        "free": _("free"),
        "held": _("held"),
        "held_arbitrarily": _("held arbitrarily"),
        "incommunicado": _("held without contact"),
        "house_arrest": _("under house arrest"),
        "released": _("released"),
        "in_hiding": _("in hiding"),
        "exiled": _("exiled or deported"),
    },
    "law": {
        "none_known": _("no charge known"),
        "investigated": _("under investigation"),
        "charged": _("charged"),
        "on_trial": _("on trial"),
        "convicted": _("convicted"),
        "serving": _("serving a sentence"),
        "acquitted": _("acquitted"),
        "dropped": _("charge dropped"),
        "on_appeal": _("on appeal"),
    },
    "work": {
        "employed": _("employed"),
        "on_strike": _("on strike"),
        "dismissed": _("dismissed"),
        "locked_out": _("locked out"),
        "reinstated": _("reinstated"),
    },
    "risk": {
        "torture": _("torture"),
        "killing": _("killing"),
        "disappearance": _("disappearance"),
        "health": _("health"),
        "execution": _("execution"),
        "threats": _("threats"),
        "not_said": _("of what is not said"),
    },
}


def axis_choices(axis: str) -> tuple[tuple[str, Any], ...]:
    """(code, words) of one axis, in the order of the table."""
    return tuple((row.code, CODE_WORDS[axis][row.code]) for row in status_codes()[axis])


def axis_kinds() -> dict[str, Coded]:
    """Axis -> the kind of field that holds one of its codes."""
    return {axis: Coded(choices=axis_choices(axis)) for axis in AXES}

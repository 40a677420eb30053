"""The public fields of a case: what a public export holds, by the same allow-list and through the same mask."""

import json

from django.http import HttpRequest

from tocsin.actions.models import Partner
from tocsin.cases.exchange.case_file import case_file
from tocsin.cases.queries import public_case
from tocsin.formats.case_json import case_json

from .asked import reads
from .problem import no_such


@reads
def api_case(request: HttpRequest, partner: Partner, slug: str) -> dict[str, object]:
    case = public_case(slug)
    if case is None:
        raise no_such("slug")
    return dict(json.loads("".join(case_json(case_file(case, public=True)))))

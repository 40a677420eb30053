"""Money at the desk: one names it, another checks it, and the action's page shows it."""

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from tests import cast
from tests.delivery.scene import Scene, open_action
from tocsin.actions.models import Cause

FUND = {
    "owner": "Strike fund",
    "purpose": "Food for the families",
    "url": "https://fund.example/strike",
    "account": "",
    "source": "a call",
}


@pytest.fixture
def scene(db: None, settings: Settings, tmp_path_factory: pytest.TempPathFactory) -> Scene:
    settings.PAGES_FOLDER = tmp_path_factory.mktemp("pages")
    return open_action()


def test_from_the_form_to_the_public_page(scene: Scene) -> None:
    petra, ada, slug = cast.desk_client("Petra"), cast.desk_client("Ada"), scene.action.slug
    public = reverse("action", args=[slug], urlconf="tocsin.site.urls_public")
    wrong = petra.post(reverse("cause_name", args=[slug]), {**FUND, "url": "http://fund.example"})
    assert (wrong.status_code, Cause.objects.count()) == (422, 0)
    assert "Only an address that begins with https://" in wrong.content.decode()
    petra.post(reverse("cause_name", args=[slug]), FUND)
    cause = Cause.objects.get()
    own = petra.post(reverse("cause_verify", args=[slug, cause.pk]), {"how": "I know them"})
    assert (own.status_code, "you entered it yourself" in own.content.decode()) == (422, True)
    assert "fund.example" not in Client().get(public).content.decode()
    checked = ada.post(reverse("cause_verify", args=[slug, cause.pk]), {"how": "their treasurer"})
    assert checked.status_code == 302
    assert (
        'href="https://fund.example/strike" rel="noreferrer noopener nofollow"'
        in Client().get(public).content.decode()
    )
    ada.post(reverse("cause_withdraw", args=[slug, cause.pk]), {"why": "closed"})
    assert "fund.example" not in Client().get(public).content.decode()

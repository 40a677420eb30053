import pytest
from django.core.exceptions import PermissionDenied
from tests import cast
from tests.delivery.scene import Scene

from tocsin.delivery.bundles.models import When
from tocsin.delivery.bundles.set_when import set_when
from tocsin.delivery.bundles.waiting import when_of
from tocsin.members.models import AuditEntry

pytestmark = pytest.mark.django_db


def test_a_publisher_says_how_the_letters_to_a_target_go(scene: Scene) -> None:
    assert when_of(scene.london) == When.EACH
    assert [set_when(scene.london, When.WEEKLY, cast.member("Petra")) for _ in range(2)] == [True, False]
    assert (when_of(scene.london), when_of(scene.ministry)) == (When.WEEKLY, When.EACH)
    entry = AuditEntry.objects.get(act="set_bundles")
    assert entry.detail == {"office": "Embassy of Kazakhstan in London", "was": "each", "when": "weekly"}


def test_a_reviewer_may_not(scene: Scene) -> None:
    with pytest.raises(PermissionDenied):
        set_when(scene.london, When.DAILY, cast.member("Rustam"))
    assert when_of(scene.london) == When.EACH

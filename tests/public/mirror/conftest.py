import shutil
from pathlib import Path

import pytest
from django.db import transaction
from pytest_django import DjangoDbBlocker
from tests.delivery.scene import open_action
from tests.public.mirror.copies import FEW
from tests.public.pages import show_all

from tocsin.cases.models import Case
from tocsin.cases.publish import publish_case, withdraw_case
from tocsin.public.mirror.write_mirror import write_mirror


@pytest.fixture(scope="package")
def written(
    django_db_setup: None, django_db_blocker: DjangoDbBlocker, tmp_path_factory: pytest.TempPathFactory
) -> Path:
    """Of four countries only: the others are no different."""
    folder = tmp_path_factory.mktemp("mirror") / "copy"
    with django_db_blocker.unblock(), transaction.atomic(), pytest.MonkeyPatch.context() as patch:
        patch.setattr("tocsin.public.mirror.country_pages.country_choices", lambda language: FEW)
        scene = open_action()
        show_all(scene)
        gone = Case.objects.get(slug="gone")
        publish_case(gone, None)
        withdraw_case(gone, None)
        write_mirror(folder)
        transaction.set_rollback(True)
    return folder


@pytest.fixture
def copy(written: Path, tmp_path: Path) -> Path:
    """One that a test may spoil."""
    return Path(shutil.copytree(written, tmp_path / "copy"))

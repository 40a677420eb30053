import pytest
from django.test import Client
from pytest_django import Settings
from tests.delivery.scene import Scene, open_action


@pytest.fixture
def scene(db: None, settings: Settings, tmp_path_factory: pytest.TempPathFactory) -> Scene:
    settings.PAGES_FOLDER = tmp_path_factory.mktemp("pages")
    return open_action()


@pytest.fixture
def olga() -> Client:
    """A stranger's browser, as strict about forms as a real one."""
    return Client(enforce_csrf_checks=True)

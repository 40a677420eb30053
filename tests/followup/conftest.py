import pytest

from tests.delivery.scene import Scene, open_action


@pytest.fixture
def scene(db: None) -> Scene:
    return open_action()

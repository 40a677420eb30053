"""The style sheets and scripts as in production; each test client would otherwise look through their folders anew."""

from typing import Any, ClassVar

from whitenoise.middleware import WhiteNoiseMiddleware


class ListedOnce(WhiteNoiseMiddleware):
    listed: ClassVar[dict[str, Any]] = {}

    def add_files_from_finders(self) -> None:
        self.files = ListedOnce.listed
        if not self.files:
            super().add_files_from_finders()

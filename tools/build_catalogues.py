"""Compiles the catalogues of the interface into a wheel; hatchling calls it."""

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompiledCatalogues(BuildHookInterface):
    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        sys.path.insert(0, str(Path(self.root) / "src"))
        from tocsin.site.catalogues import compile_all

        for sentence in compile_all():
            self.app.display_warning(sentence)

"""Which tables a database has, by the migrations that it says were done: also one of an earlier version."""

from django.db import DEFAULT_DB_ALIAS, connections
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.loader import MigrationLoader
from django.db.models import Model

# Made anew from the others (cases.search.rebuild): its rows differ in nothing but their numbers.
MADE_ANEW = {"cases_searchentry"}
Step = tuple[str, str]


class AnotherVersion(Exception):
    """`str(error)` says why, and what to do."""


def steps_done(alias: str) -> list[Step]:
    """The last migrations that were done. Raises AnotherVersion where this code does not know one of them."""
    loader = MigrationLoader(connections[alias])
    done = set(loader.applied_migrations)
    if not done:
        raise AnotherVersion("The database holds nothing of Tocsin.")
    if unknown := done - set(loader.graph.nodes):
        name = ".".join(min(unknown))
        raise AnotherVersion(f"The database belongs to a newer version of Tocsin ({name}): install that one.")
    return [
        step for step in done if not any(child.key in done for child in loader.graph.node_map[step].children)
    ]


def is_of_this_version(alias: str) -> bool:
    executor = MigrationExecutor(connections[alias])
    return not executor.migration_plan(executor.loader.graph.leaf_nodes())


def lay_out(steps: list[Step]) -> None:
    """Makes the same tables in our own database, with their triggers, and nothing in them."""
    MigrationExecutor(connections[DEFAULT_DB_ALIAS]).migrate(steps)


def tables_at(alias: str, steps: list[Step]) -> list[type[Model]]:
    """The models as they were at these steps, one a table."""
    apps = MigrationLoader(connections[alias]).project_state(steps).apps
    models = [m for m in apps.get_models(include_auto_created=True) if m._meta.managed and not m._meta.proxy]
    return sorted(models, key=lambda model: model._meta.db_table)

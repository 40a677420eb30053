"""Which tables a database has, by the migrations that it says were done: also one of an earlier version."""

from django.core.management import call_command
from django.db import DEFAULT_DB_ALIAS, connections
from django.db.migrations import RunPython, RunSQL
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder
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


def bring_up() -> None:
    """Our own database to this version, from an earlier one or from nothing."""
    if not MigrationRecorder(connections[DEFAULT_DB_ALIAS]).applied_migrations():
        lay_out(MigrationLoader(None).graph.leaf_nodes())
    call_command("migrate", interactive=False, verbosity=0)


def lay_out(steps: list[Step]) -> None:
    """Makes the tables of these steps in our own database, which has none, with their triggers and nothing in them.

    At once, in one transaction: to make each as it began and change it step by step takes ten times as long. Operations
    that are `elidable` are about rows that were there before, and are left out.
    """
    ours = connections[DEFAULT_DB_ALIAS]
    executor = MigrationExecutor(ours)
    executor.recorder.ensure_schema()
    state = executor.loader.project_state(steps)
    with ours.schema_editor() as schema:
        for model in state.apps.get_models():
            if model._meta.can_migrate(ours):
                schema.create_model(model)
        for migration, _back in executor.migration_plan(steps):
            for operation in migration.operations:
                if isinstance(operation, RunPython | RunSQL) and not operation.elidable:
                    operation.database_forwards(migration.app_label, schema, state, state)
            executor.recorder.record_applied(migration.app_label, migration.name)


def tables_at(alias: str, steps: list[Step]) -> list[type[Model]]:
    """The models as they were at these steps, one a table."""
    apps = MigrationLoader(connections[alias]).project_state(steps).apps
    models = [m for m in apps.get_models(include_auto_created=True) if m._meta.managed and not m._meta.proxy]
    return sorted(models, key=lambda model: model._meta.db_table)

"""What the database itself refuses to change of a stored report, on SQLite and PostgreSQL.

`original`, `text` and `sha256` never change. `draft` may be replaced only as long as nobody has judged anything of it
(see `set_published`). The one other change is the sealing, which empties all but the hash, once and for good.
"""

from django.apps.registry import Apps
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

REFUSAL = "A stored report never changes; it can only be sealed."

_SQLITE = """
CREATE TRIGGER report_never_changes BEFORE UPDATE ON reports_report FOR EACH ROW WHEN
  (OLD.sealed_at IS NOT NULL AND NEW.sealed_at IS NOT OLD.sealed_at)
  OR NEW.sha256 IS NOT OLD.sha256
  OR ((NEW.original IS NOT OLD.original OR NEW.text IS NOT OLD.text OR NEW.draft IS NOT OLD.draft)
    AND NOT (OLD.sealed_at IS NULL AND NEW.sealed_at IS NOT NULL
      AND length(NEW.original) = 0 AND NEW.text = '' AND NEW.draft = '{}')
    AND NOT (NEW.original IS OLD.original AND NEW.text IS OLD.text AND NEW.sealed_at IS NULL AND {unjudged}))
BEGIN SELECT RAISE(ABORT, '{refusal}'); END
"""
_POSTGRESQL = """
CREATE OR REPLACE FUNCTION report_never_changes() RETURNS trigger AS $$
BEGIN
  IF (OLD.sealed_at IS NOT NULL AND NEW.sealed_at IS DISTINCT FROM OLD.sealed_at)
    OR NEW.sha256 IS DISTINCT FROM OLD.sha256
    OR ((NEW.original IS DISTINCT FROM OLD.original OR NEW.text IS DISTINCT FROM OLD.text
        OR NEW.draft IS DISTINCT FROM OLD.draft)
      AND NOT (OLD.sealed_at IS NULL AND NEW.sealed_at IS NOT NULL
        AND length(NEW.original) = 0 AND NEW.text = '' AND NEW.draft = '{{}}'::jsonb)
      AND NOT (NEW.original = OLD.original AND NEW.text = OLD.text AND NEW.sealed_at IS NULL AND {unjudged}))
  THEN RAISE EXCEPTION '{refusal}' USING ERRCODE = 'integrity_constraint_violation'; END IF;
  RETURN NEW;
END $$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS report_never_changes ON reports_report;
CREATE TRIGGER report_never_changes BEFORE UPDATE ON reports_report
  FOR EACH ROW EXECUTE FUNCTION report_never_changes();
"""
_UNJUDGED = """OLD.state IN ('received', 'in_review')
  AND NOT EXISTS (SELECT 1 FROM reports_reviewfield f JOIN reports_reviewitem i ON i.id = f.item_id
    WHERE i.report_id = OLD.id AND f.decision <> 'proposed')
  AND NOT EXISTS (SELECT 1 FROM reports_sentencemark m WHERE m.report_id = OLD.id)"""


def put_guard(apps: Apps, schema: BaseDatabaseSchemaEditor) -> None:
    """For a migration. To be run again after one that makes the table of reports anew, which SQLite often must."""
    take_guard(apps, schema)
    if schema.connection.vendor == "sqlite":
        schema.execute(_SQLITE.replace("{unjudged}", _UNJUDGED).replace("{refusal}", REFUSAL), params=None)
    else:
        schema.execute(_POSTGRESQL.format(unjudged=_UNJUDGED, refusal=REFUSAL), params=None)


def take_guard(apps: Apps, schema: BaseDatabaseSchemaEditor) -> None:
    """The way back."""
    on_table = "" if schema.connection.vendor == "sqlite" else " ON reports_report"
    schema.execute(f"DROP TRIGGER IF EXISTS report_never_changes{on_table}", params=None)

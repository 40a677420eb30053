"""What the database itself refuses: to change an entry of the audit trail, or to take one away."""

_UNCHANGED = ("at", "member_id", "act", "subject", "detail")
_REFUSAL = "the audit trail is only added to"
_TABLE = "members_auditentry"


def statements(vendor: str) -> list[str]:
    """SQL that sets the guards up, for 'sqlite' or 'postgresql'. Linking may fill the chain's columns, once."""
    return _postgresql() if vendor == "postgresql" else _sqlite()


def without_keeping(vendor: str) -> list[str]:
    """SQL that lets entries be removed again: for databases that are emptied between tests."""
    on = f" ON {_TABLE}" if vendor == "postgresql" else ""
    names = ["audit_kept", "audit_not_emptied"] if vendor == "postgresql" else ["audit_kept"]
    return [f"DROP TRIGGER {name}{on}" for name in names]


def _sqlite() -> list[str]:
    changed = " OR ".join(f"NEW.{column} IS NOT OLD.{column}" for column in _UNCHANGED)
    return [
        f"CREATE TRIGGER audit_unchanged BEFORE UPDATE ON {_TABLE} WHEN OLD.link IS NOT NULL OR {changed} "
        f"BEGIN SELECT RAISE(ABORT, '{_REFUSAL}'); END",
        f"CREATE TRIGGER audit_kept BEFORE DELETE ON {_TABLE} BEGIN SELECT RAISE(ABORT, '{_REFUSAL}'); END",
    ]


def _postgresql() -> list[str]:
    changed = " OR ".join(f"NEW.{column} IS DISTINCT FROM OLD.{column}" for column in _UNCHANGED)
    return [
        "CREATE FUNCTION audit_refuses() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN RAISE EXCEPTION '{_REFUSAL}'; END $$",
        f"CREATE TRIGGER audit_unchanged BEFORE UPDATE ON {_TABLE} FOR EACH ROW "
        f"WHEN (OLD.link IS NOT NULL OR {changed}) EXECUTE FUNCTION audit_refuses()",
        f"CREATE TRIGGER audit_kept BEFORE DELETE ON {_TABLE} FOR EACH ROW EXECUTE FUNCTION audit_refuses()",
        f"CREATE TRIGGER audit_not_emptied BEFORE TRUNCATE ON {_TABLE} "
        "FOR EACH STATEMENT EXECUTE FUNCTION audit_refuses()",
    ]

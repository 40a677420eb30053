"""What the database itself refuses: to rewrite what became of a letter. A row goes only with its delivery."""

_TABLE = "delivery_deliverychange"
_REFUSAL = "what became of a letter is only added to"


def statements(vendor: str) -> list[str]:
    """SQL that sets the guard up, for 'sqlite' or 'postgresql'."""
    if vendor == "postgresql":
        return [
            "CREATE FUNCTION delivery_change_refuses() RETURNS trigger LANGUAGE plpgsql AS "
            f"$$ BEGIN RAISE EXCEPTION '{_REFUSAL}'; END $$",
            f"CREATE TRIGGER delivery_changes_stay BEFORE UPDATE ON {_TABLE} "
            "FOR EACH ROW EXECUTE FUNCTION delivery_change_refuses()",
        ]
    return [
        f"CREATE TRIGGER delivery_changes_stay BEFORE UPDATE ON {_TABLE} "
        f"BEGIN SELECT RAISE(ABORT, '{_REFUSAL}'); END"
    ]

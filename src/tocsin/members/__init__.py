"""Staff accounts, roles, sign-in and the audit trail."""

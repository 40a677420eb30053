"""How long a test waits for what must come: long, since a slow machine is no fault, and nobody waits longer than it takes."""

PATIENCE = 120.0  # seconds
IN_A_BROWSER = 120_000.0  # milliseconds: for one thing on a page

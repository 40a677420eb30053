"""The outbox: rows with leases and the worker loop; everything that must happen later goes through it."""

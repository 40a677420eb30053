"""The least we keep of a real person: fingerprint, confirmation, erasure."""

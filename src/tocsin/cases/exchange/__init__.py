"""What leaves a case and what comes back: exports for a lawyer and for the public, a case as a zip and its return."""

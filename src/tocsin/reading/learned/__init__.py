"""What rules leave open is decided by two small models; docs/reading-model.md tells how they were taught."""

"""Same or not: pairs of incidents, people and groups that may be one, scored with reasons; a person decides."""

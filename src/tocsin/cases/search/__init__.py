"""Finding reports, people, incidents, offices and cases by words, in any script and spelling."""

"""The strike of 2011 in Kazakhstan as a whole case: seventeen reports in three languages, as the project reviewed them."""

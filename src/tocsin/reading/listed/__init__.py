"""Long lists of people, found by how they are laid out: whoever stands in a row of one is named, whatever the name."""

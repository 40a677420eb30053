"""The note for the cell: a sheet for somebody in prison that says how many wrote, and names nobody."""

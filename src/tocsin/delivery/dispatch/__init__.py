"""From the plan to the target's server: take by lease, send over connections kept open, note what came of it."""

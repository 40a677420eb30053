"""What the bench of delivery needs: a sink in a process of its own, letters in four scripts, the raw way beside ours."""

"""What `tocsin setup` asks, and the settings that come of the answers."""

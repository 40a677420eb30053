"""What `tocsin bench pages` needs: pages, and a reader that asks a server for them."""

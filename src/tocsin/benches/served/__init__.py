"""What `tocsin bench pages` needs: pages, servers in processes of their own, and a reader that asks them."""

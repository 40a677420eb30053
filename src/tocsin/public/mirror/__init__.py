"""The public site as plain files: they work from any host, from a USB stick or an onion service, and end after 14 days."""

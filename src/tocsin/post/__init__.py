"""Mail out: byte templates, SMTP, and the local folder until mail is set up soundly."""

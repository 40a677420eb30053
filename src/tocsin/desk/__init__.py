"""What staff touch: one file per page or act."""

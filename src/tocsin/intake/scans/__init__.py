"""Words in pictures: scans and photographs of letters, where the tesseract program is installed."""

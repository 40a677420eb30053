"""Bytes as received -> plain text that all spans point into; hostile input is expected."""

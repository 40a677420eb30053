"""The days by which something happens or must be done, and the mail that reminds of them."""

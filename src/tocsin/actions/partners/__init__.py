"""Other organisations that bring people to our actions: by a key to the API, or by an embed on their own site."""

"""Letters that go together: a digest by mail, letters to post, a petition book to hand over."""

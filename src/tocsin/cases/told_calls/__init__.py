"""What supporters say came of their calls: it waits until a reviewer takes it into the log of inquiries, or leaves it out."""

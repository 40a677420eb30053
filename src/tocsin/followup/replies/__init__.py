"""What offices answered: caught by mail or typed in from paper, read at the desk, published whole, in part or not."""

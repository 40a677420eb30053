"""Money for a cause that an appeal names: shown once a second person has checked who gets it. Nothing is paid here."""

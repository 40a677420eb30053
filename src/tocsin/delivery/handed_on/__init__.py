"""The booklet of messages, mailed to a contact of whom a member has made sure that it is in the right hands."""

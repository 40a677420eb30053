"""Ways in that are looked at by timetable: folders, mailboxes, feeds. None is there until an administrator adds it."""

"""Who works on a case: adding, changing, removing; a case always keeps somebody who manages it."""

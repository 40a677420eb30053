"""Protection notes: sealed with the case's key, which is sealed to each member of the case. The house cannot read them.

A case's key is made anew when somebody leaves, or makes a new passphrase; what is written later is sealed with that.
Whoever opens a note lets in those members of the case who cannot open it yet. Nobody else can.
"""

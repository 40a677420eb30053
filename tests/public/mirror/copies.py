"""What the copies of these tests show."""

ACTION = "a/strike-in-aktau"
FEW = (("GB", "United Kingdom"), ("KZ", "Kazakhstan"), ("NO", "Norway"), ("TR", "Türkiye"))

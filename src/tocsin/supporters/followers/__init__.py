"""Who asked to be told of the next appeal, apart from any action. Nobody comes onto this list but by her own tick."""

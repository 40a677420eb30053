"""Programs that pose as people are slowed down, without anything kept of anybody: what is counted lives in memory, under a salt that dies each hour."""

"""Earlier states of the records of a case: brought back by the acts that change them by hand, or forgotten for good."""

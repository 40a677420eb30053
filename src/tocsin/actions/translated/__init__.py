"""An action's own words in other languages: made by volunteers through a personal link, taken by its coordinator."""

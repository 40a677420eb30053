"""What languages need: names, dates, countries and places, phone plans; translators edit `data/`."""

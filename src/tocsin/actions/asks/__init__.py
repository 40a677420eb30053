"""What supporters are asked to do beside the letter, a folder for each kind that this site takes in itself."""

"""MB: what the columns of Mutu Baku say, and how they fit together."""

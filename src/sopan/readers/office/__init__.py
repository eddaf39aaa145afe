"""What Word and Excel files have in common: alternates, native shapes in both of their languages, freeforms."""

"""The site as a whole: its options, its settings, its addresses."""

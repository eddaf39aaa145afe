"""Reads, shaped for pages: a constant number of queries, whatever the size of the regency."""

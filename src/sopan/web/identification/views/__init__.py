"""Pages from tupoksi to the titles of procedures."""

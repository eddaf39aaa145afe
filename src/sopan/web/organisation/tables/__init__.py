"""Tables people upload, as values: columns, records, problems. No database, no framework."""

"""Pages of the organisation, one module for each thing they are about."""

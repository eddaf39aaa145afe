"""Tables that are uploaded: looked at, told about row by row, and applied all at once or not at all."""

from sopan.web.organisation.services.batches.keeping import BatchTrouble, apply, begin, columns_of, discard, look

__all__ = ["BatchTrouble", "apply", "begin", "columns_of", "discard", "look"]

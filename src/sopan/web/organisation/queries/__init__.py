"""Reads, shaped for pages: a constant number of queries, whatever the size of the regency."""

from sopan.web.organisation.queries.units import (
    UnitRow,
    ancestors_of,
    offices_of,
    opd_rows,
    rows_below,
    successions_of,
)

__all__ = ["UnitRow", "ancestors_of", "offices_of", "opd_rows", "rows_below", "successions_of"]

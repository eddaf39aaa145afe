"""`python -m sopan` is the command `sopan`."""

from __future__ import annotations

import sys

from sopan.cli import main

if __name__ == "__main__":
    sys.exit(main())

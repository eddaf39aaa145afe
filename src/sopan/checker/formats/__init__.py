"""Reports for other programs: JSON, SARIF 2.1.0 and JUnit. Pure functions from reports to values."""

from sopan.checker.formats.checked import CheckedFile, Refusal
from sopan.checker.formats.junit import to_junit
from sopan.checker.formats.plain import to_json_dict
from sopan.checker.formats.sarif import to_sarif_dict

__all__ = ["CheckedFile", "Refusal", "to_json_dict", "to_junit", "to_sarif_dict"]

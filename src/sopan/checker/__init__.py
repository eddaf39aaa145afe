"""What is good: rules put to a procedure, and what they find."""

from sopan.checker.basis import Basis, Standing
from sopan.checker.profile import DEFAULT, InvalidProfile, Profile, decode_profile
from sopan.checker.registry import RULES, rule_of
from sopan.checker.report import Finding, Report, RuleFailure, Verdict, amid, check, check_folder
from sopan.checker.rule import Context, Gate, Remark, Rule, Severity

__all__ = [
    "DEFAULT",
    "RULES",
    "Basis",
    "Context",
    "Finding",
    "Gate",
    "InvalidProfile",
    "Profile",
    "Remark",
    "Report",
    "Rule",
    "RuleFailure",
    "Severity",
    "Standing",
    "Verdict",
    "amid",
    "check",
    "check_folder",
    "decode_profile",
    "rule_of",
]

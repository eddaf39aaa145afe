"""check(): put every rule to a procedure and collect what they find.

A report never says that an SOP has failed: an old document is *perlu diselaraskan*, brought into line step by step
(Permenpan-RB 35/2012, article 2).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import TYPE_CHECKING, overload

from sopan.checker.basis import HOUSE, Basis, Standing
from sopan.checker.profile import DEFAULT, Profile
from sopan.checker.registry import RULES
from sopan.checker.rule import Context, Gate, Remark, Rule, Severity
from sopan.domain.procedure import Procedure, Suppression

if TYPE_CHECKING:
    from sopan.domain.operations import Operation

Translate = Callable[[str], str]
_WEIGHT = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.INFO: 2}


class Verdict(StrEnum):
    """What a report comes to, in the words people see."""

    ALIGNED = "selaras"
    NEEDS_ALIGNMENT = "perlu diselaraskan"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Something the author should improve: what, where, why, and if possible how to mend it at once."""

    code: str
    name: str
    severity: Severity
    """After the profile of the house."""
    gate: Gate
    basis: Basis
    """`HOUSE` where the house made the rule stricter than the product does."""
    sentence: str
    parameters: Mapping[str, object] = field(default_factory=dict)
    step_id: str = ""
    nomor: str = ""
    """What is printed in the column No. for that step; empty for the identity page and the whole."""
    field: str = ""
    fix: tuple[Operation, ...] = ()
    is_todo: bool = False
    """The rule binds only at a later gate than the one asked about."""
    suppressed_because: str = ""
    """The author's reason for letting this rest; empty: nobody asked for silence."""

    @property
    def counts(self) -> bool:
        """Whether it stands in the way now: neither suppressed nor a to-do for later."""
        return not self.is_todo and not self.suppressed_because

    def say(self, translate: Translate = str) -> str:
        """The sentence for people, translated before its parameters are filled in."""
        return translate(self.sentence).format_map(self.parameters)


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleFailure:
    """A rule that broke: a mistake in the product, reported so that it is not taken for silence."""

    code: str
    error: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """Everything found in one procedure, what matters most first."""

    findings: tuple[Finding, ...] = ()
    gate: Gate = Gate.PUBLICATION
    idle_suppressions: tuple[Suppression, ...] = ()
    """Suppressions that silenced nothing: a wrong code, a step since mended, or no reason given."""
    failures: tuple[RuleFailure, ...] = ()

    @property
    def errors(self) -> tuple[Finding, ...]:
        """Errors that count now."""
        return self._that_count(Severity.ERROR)

    @property
    def warnings(self) -> tuple[Finding, ...]:
        """Warnings that count now."""
        return self._that_count(Severity.WARNING)

    @property
    def infos(self) -> tuple[Finding, ...]:
        """Information that counts now."""
        return self._that_count(Severity.INFO)

    @property
    def todos(self) -> tuple[Finding, ...]:
        """What will bind at a later gate."""
        return tuple(finding for finding in self.findings if finding.is_todo and not finding.suppressed_because)

    @property
    def suppressed(self) -> tuple[Finding, ...]:
        """What the author let rest, with the reasons."""
        return tuple(finding for finding in self.findings if finding.suppressed_because)

    @property
    def verdict(self) -> Verdict:
        """Aligned, or to be aligned; never failed."""
        return Verdict.NEEDS_ALIGNMENT if self.errors else Verdict.ALIGNED

    def foremost(self, count: int = 5) -> tuple[Finding, ...]:
        """The findings that matter most: of each rule the first, before any rule is heard a second time."""
        heard: dict[str, int] = {}
        turns: list[tuple[int, int, int, Finding]] = []
        for finding in self.findings:
            if finding.counts:
                heard[finding.code] = heard.get(finding.code, 0) + 1
                turns.append((_WEIGHT[finding.severity], heard[finding.code], len(turns), finding))
        return tuple(finding for *_, finding in sorted(turns, key=lambda turn: turn[:3])[:count])

    def _that_count(self, severity: Severity) -> tuple[Finding, ...]:
        return tuple(finding for finding in self.findings if finding.severity is severity and finding.counts)


def check(
    procedure: Procedure,
    profile: Profile = DEFAULT,
    context: Context | None = None,
    gate: Gate = Gate.PUBLICATION,
    *,
    rules: Iterable[Rule] = RULES,
) -> Report:
    """Put every rule the profile leaves on to `procedure`. Never raises; the same question gets the same answer."""
    context = context or Context()
    context = replace(context, parameters={**profile.parameters, **context.parameters})
    findings: list[Finding] = []
    failures: list[RuleFailure] = []
    for rule in rules:
        severity = profile.severity_of(rule)
        if severity is None or (rule.needs_folder and not context.others):
            continue
        try:
            findings.extend(
                _finding(rule, said, severity=severity, procedure=procedure, gate=gate)
                for said in rule.inspect(procedure, context)
            )
        except Exception as error:  # noqa: BLE001  a broken rule must neither stop the work nor pass for silence
            failures.append(RuleFailure(code=rule.code, error=f"{type(error).__name__}: {error}"))
    return Report(
        findings=tuple(sorted(findings, key=lambda finding: _importance(finding, procedure))),
        gate=gate,
        idle_suppressions=_idle(procedure.suppressions, findings),
        failures=tuple(failures),
    )


def check_folder(
    procedures: Sequence[Procedure],
    profile: Profile = DEFAULT,
    context: Context | None = None,
    gate: Gate = Gate.PUBLICATION,
    *,
    rules: Iterable[Rule] = RULES,
) -> Iterator[Report]:
    """Check each of `procedures` with the rest of them as its neighbours; reports come in the same order."""
    context = context or Context()
    chosen = tuple(rules)
    for place, procedure in enumerate(procedures):
        yield check(procedure, profile, amid(procedures, place, context), gate, rules=chosen)


def amid(procedures: Sequence[Procedure], place: int, context: Context) -> Context:
    """`context` for the procedure at `place`, with the rest of `procedures` as its neighbours.

    What was found out about the folder stays in the cache of `context`: give the same one for each place.
    """
    return replace(context, others=_AllBut(procedures, place))


class _AllBut(Sequence[Procedure]):
    """A view of `procedures` without the one at `place`: a folder of thousands needs no thousands of copies."""

    def __init__(self, procedures: Sequence[Procedure], place: int) -> None:
        self._procedures = procedures
        self._place = place

    def __len__(self) -> int:
        return len(self._procedures) - 1

    def __iter__(self) -> Iterator[Procedure]:
        return (procedure for at, procedure in enumerate(self._procedures) if at != self._place)

    @overload
    def __getitem__(self, index: int) -> Procedure: ...

    @overload
    def __getitem__(self, index: slice) -> tuple[Procedure, ...]: ...

    def __getitem__(self, index: int | slice) -> Procedure | tuple[Procedure, ...]:
        if isinstance(index, slice):
            return tuple(self)[index]
        at = range(len(self))[index]
        return self._procedures[at if at < self._place else at + 1]


def _finding(rule: Rule, said: Remark, *, severity: Severity, procedure: Procedure, gate: Gate) -> Finding:
    raised = _WEIGHT[severity] < _WEIGHT[rule.severity] and rule.basis.standing is not Standing.REGULATION
    return Finding(
        code=rule.code,
        name=rule.name,
        severity=severity,
        gate=rule.gate,
        basis=HOUSE if raised else rule.basis,
        sentence=said.sentence,
        parameters=said.parameters,
        step_id=said.step_id,
        nomor=procedure.nomor(said.step_id) if said.step_id in procedure else "",
        field=said.field,
        fix=said.fix,
        is_todo=rule.gate > gate,
        suppressed_because=_reason_for_silence(rule.code, said.step_id, procedure.suppressions),
    )


def _reason_for_silence(code: str, step_id: str, suppressions: tuple[Suppression, ...]) -> str:
    for suppression in suppressions:
        if _silences(suppression, code, step_id):
            return suppression.reason.strip()
    return ""


def _silences(suppression: Suppression, code: str, step_id: str) -> bool:
    same_code = suppression.code.strip().upper() == code
    return same_code and suppression.step in ("", step_id) and bool(suppression.reason.strip())


def _idle(suppressions: tuple[Suppression, ...], findings: list[Finding]) -> tuple[Suppression, ...]:
    return tuple(
        suppression
        for suppression in suppressions
        if not any(_silences(suppression, finding.code, finding.step_id) for finding in findings)
    )


def _importance(finding: Finding, procedure: Procedure) -> tuple[object, ...]:
    """What counts before what does not, weighty before light, law before custom, then down the page."""
    return (
        bool(finding.suppressed_because),
        finding.is_todo,
        _WEIGHT[finding.severity],
        finding.basis.standing is not Standing.REGULATION,
        finding.gate,
        procedure.row(finding.step_id) + 1 if finding.step_id in procedure else 0,
        finding.code,
        finding.field,
    )

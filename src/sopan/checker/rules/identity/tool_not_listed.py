"""ID-26: an application or form that a step uses is listed on the identity page."""

from __future__ import annotations

from collections.abc import Iterator

from sopan.checker.basis import GOOD_PRACTICE
from sopan.checker.language.things import named_tools
from sopan.checker.language.words import folded
from sopan.checker.page_facts import row_texts
from sopan.checker.rule import Context, Gate, Remark, Severity, remark, rule
from sopan.domain.procedure import Procedure


@rule(
    code="ID-26",
    name="tool-not-listed",
    severity=Severity.INFO,
    basis=GOOD_PRACTICE,
    gate=Gate.REVIEW,
)
def tool_not_listed(procedure: Procedure, context: Context) -> Iterator[Remark]:
    listed = folded(" ; ".join((*procedure.identity.peralatan, *procedure.identity.pencatatan)))
    spoken_of: set[str] = set()
    for step in procedure.steps:
        for field, text in row_texts(step):
            for tool in named_tools(text):
                if folded(tool) not in listed and folded(tool) not in spoken_of:
                    spoken_of.add(folded(tool))
                    yield remark(
                        step,
                        "“{alat}” dipakai di sini, tetapi belum tercantum pada Peralatan atau Pencatatan. "
                        "Tambahkan ke salah satunya.",
                        field=field,
                        alat=tool,
                    )

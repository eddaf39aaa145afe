"""BPMN 2.0: the flow as lanes, tasks and gateways, for programs that model processes."""

from sopan.writers.bpmn.write import write

__all__ = ["write"]

"""BPMN 2.0: diagrams of SOPAN's own, as they were or as a person changed them, and those of other programs."""

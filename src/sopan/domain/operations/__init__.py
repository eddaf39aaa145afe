"""The changes a draft can undergo, each a small value with an inverse.

One protocol for the editor, undo and redo, fixes, import, history and diff. `apply` changes a procedure, `inverse`
undoes, `Together` makes several changes one; the makers (`set_cell`, `remove_step`, …) look up the old values.
"""

from sopan.domain.operations.draft import edges_at
from sopan.domain.operations.encoding import from_json, to_json
from sopan.domain.operations.fields import CELLS, IDENTITY_FIELDS, Value, read_cell, read_identity
from sopan.domain.operations.making import (
    insert_after,
    merge_pelaksana,
    move_step,
    remove_step,
    rename_pelaksana,
    reorder,
    set_cell,
    set_identity,
    set_symbols,
    suppress,
    unsuppress,
)
from sopan.domain.operations.operation import Operation, Together, apply, apply_all, inverse, together
from sopan.domain.operations.page import (
    RenamePelaksana,
    SetIdentity,
    SetLayout,
    SetPelaksana,
    SetStatus,
    Suppress,
    Unsuppress,
)
from sopan.domain.operations.rows import Connect, Disconnect, InsertStep, MoveStep, RemoveStep, SetCell

__all__ = [
    "CELLS",
    "IDENTITY_FIELDS",
    "Connect",
    "Disconnect",
    "InsertStep",
    "MoveStep",
    "Operation",
    "RemoveStep",
    "RenamePelaksana",
    "SetCell",
    "SetIdentity",
    "SetLayout",
    "SetPelaksana",
    "SetStatus",
    "Suppress",
    "Together",
    "Unsuppress",
    "Value",
    "apply",
    "apply_all",
    "edges_at",
    "from_json",
    "insert_after",
    "inverse",
    "merge_pelaksana",
    "move_step",
    "read_cell",
    "read_identity",
    "remove_step",
    "rename_pelaksana",
    "reorder",
    "set_cell",
    "set_identity",
    "set_symbols",
    "suppress",
    "to_json",
    "together",
    "unsuppress",
]

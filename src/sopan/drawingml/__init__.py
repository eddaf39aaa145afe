"""Native shapes of Office files: what readers and writers of Word and Excel both need to know about DrawingML."""

from sopan.drawingml.connectors import Connector, connector, corners, straightened
from sopan.drawingml.frames import Bounds, Frame, Point, Transform, around, of_group
from sopan.drawingml.presets import PRESETS, nearest_site, sites
from sopan.drawingml.units import EMU_PER_MILLIMETRE, EMU_PER_PIXEL, EMU_PER_POINT, emu, millimetres

__all__ = [
    "EMU_PER_MILLIMETRE",
    "EMU_PER_PIXEL",
    "EMU_PER_POINT",
    "PRESETS",
    "Bounds",
    "Connector",
    "Frame",
    "Point",
    "Transform",
    "around",
    "connector",
    "corners",
    "emu",
    "millimetres",
    "nearest_site",
    "of_group",
    "sites",
    "straightened",
]

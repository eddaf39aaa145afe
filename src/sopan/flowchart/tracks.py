"""Which track of its channel each leg runs on, and how wide channels become by that.

Legs in one outer channel that overlap run on tracks of their own; legs on their way to the same side of the same
symbol share one. The order of tracks is chosen for few crossings; a track's level is its distance from the symbols.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from sopan.flowchart.routing import Route

LegKey = tuple[int, int]
"""Number of the link, and of the leg in its route."""


@dataclass(slots=True)
class Net:
    """Legs that share a track: they overlap and end at the same side of the same symbol."""

    low: int
    high: int
    legs: list[LegKey] = field(default_factory=list)
    turns: list[tuple[int, int]] = field(default_factory=list)
    """Where a line leaves the track, and to which side (-1 towards smaller coordinates, 1 towards larger)."""
    level: int = 0


@dataclass(slots=True)
class Channels:
    """Tracks of the outer channels: `vertical` by gutter, `horizontal` by gap."""

    vertical: dict[int, list[Net]] = field(default_factory=dict)
    horizontal: dict[int, list[Net]] = field(default_factory=dict)
    levels: dict[tuple[bool, LegKey], int] = field(default_factory=dict)

    def level(self, number: int, leg: int, *, is_vertical: bool) -> int:
        """Distance of a leg's track from the symbols, counted from 0."""
        return self.levels[is_vertical, (number, leg)]


def assign_tracks(routes: list[Route]) -> Channels:
    """Tracks for every leg that runs in an outer channel."""
    channels = Channels()
    gathered: dict[tuple[bool, int], dict[tuple[int, str], list[Net]]] = {}
    for number, route in enumerate(routes):
        for leg in range(1, len(route.corners) - 2):
            _gather(gathered, number, leg, route)
    for (is_vertical, channel), by_target in gathered.items():
        nets = [net for found in by_target.values() for net in _merged(found)]
        nets = _in_order(nets)
        _set_levels(nets if channel % 3 == 2 else nets[::-1])
        (channels.vertical if is_vertical else channels.horizontal)[channel] = nets
        for net in nets:
            for key in net.legs:
                channels.levels[is_vertical, key] = net.level
    return channels


def _gather(
    gathered: dict[tuple[bool, int], dict[tuple[int, str], list[Net]]], number: int, leg: int, route: Route
) -> None:
    """Note a middle leg under its channel and target."""
    before, start, end, after = route.corners[leg - 1 : leg + 3]
    is_vertical = start[0] == end[0]
    across, along = (0, 1) if is_vertical else (1, 0)
    channel = start[across]
    net = Net(min(start[along], end[along]), max(start[along], end[along]), [(number, leg)])
    net.turns.append((start[along], 1 if before[across] > channel else -1))
    net.turns.append((end[along], 1 if after[across] > channel else -1))
    gathered.setdefault((is_vertical, channel), {}).setdefault((route.target, route.entry), []).append(net)


def _merged(nets: list[Net]) -> list[Net]:
    """Nets of one target, those that overlap joined."""
    result: list[Net] = []
    for net in sorted(nets, key=lambda net: (net.low, net.high)):
        if result and net.low <= result[-1].high:
            last = result[-1]
            last.high = max(last.high, net.high)
            last.legs += net.legs
            last.turns += net.turns
        else:
            result.append(net)
    return result


def _in_order(nets: list[Net]) -> list[Net]:
    """Along increasing coordinates, so that few lines cross: neighbours change places while that helps."""
    nets = sorted(nets, key=lambda net: (sum(side for _, side in net.turns), net.low, net.high))
    for _ in range(len(nets)):
        changed = False
        for i in range(len(nets) - 1):
            if _cost(nets[i + 1], nets[i]) < _cost(nets[i], nets[i + 1]):
                nets[i], nets[i + 1] = nets[i + 1], nets[i]
                changed = True
        if not changed:
            break
    return nets


def _cost(first: Net, second: Net) -> float:
    """Crossings when `first` has the smaller coordinate."""
    cost = 0.0
    for place, side in first.turns:
        if side > 0 and second.low <= place <= second.high:
            cost += 1.0 if second.low < place < second.high else 0.4
    for place, side in second.turns:
        if side < 0 and first.low <= place <= first.high:
            cost += 1.0 if first.low < place < first.high else 0.4
    return cost


def _set_levels(nets: list[Net]) -> None:
    """From the symbols outwards: each net lies beyond those before it that it overlaps."""
    for i, net in enumerate(nets):
        beneath = [other.level for other in nets[:i] if other.low <= net.high and net.low <= other.high]
        net.level = 1 + max(beneath, default=-1)

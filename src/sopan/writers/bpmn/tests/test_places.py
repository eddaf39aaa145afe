"""The drawing can be looked at: nothing lies over anything else."""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations, pairwise

import pytest
from hypothesis import HealthCheck, given, settings

from sopan.domain import Procedure
from sopan.writers.bpmn.graph import Flow, Graph
from sopan.writers.bpmn.lanes import lanes_of, leaves
from sopan.writers.bpmn.places import Bounds, Places, place
from sopan.writers.bpmn.plan import plan
from tests.strategies import a_random_procedure, procedures

tried = settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)
Leg = tuple[Flow, float, float]


def a_drawing(procedure: Procedure) -> tuple[Graph, Places]:
    graph, lanes = plan(procedure), lanes_of(procedure)
    return graph, place(graph, lanes, procedure.identity.judul)


def meet(one: Bounds, other: Bounds) -> bool:
    across = one.x <= other.x + other.width and other.x <= one.x + one.width
    return across and one.y <= other.y + other.height and other.y <= one.y + one.height


def inside(one: Bounds, other: Bounds) -> bool:
    across = other.x <= one.x and one.x + one.width <= other.x + other.width
    return across and other.y <= one.y and one.y + one.height <= other.y + other.height


def crosses(start: tuple[float, float], end: tuple[float, float], box: Bounds) -> bool:
    """Whether a straight leg runs through the box, not just along its border."""
    left, right = sorted((start[0], end[0]))
    top, bottom = sorted((start[1], end[1]))
    across = left < box.x + box.width - 0.5 and right > box.x + 0.5
    return across and top < box.y + box.height - 0.5 and bottom > box.y + 0.5


@tried
@given(procedures(max_steps=30))
def test_nodes_keep_apart_each_in_its_lane(procedure):
    graph, places = a_drawing(procedure)
    assert not [pair for pair in combinations(graph.nodes, 2) if meet(*(places.bounds[node.id] for node in pair))]
    bands = {lane.pelaksana: places.bounds[lane.id] for lane in leaves(lanes_of(procedure))}
    for node in graph.nodes:
        assert inside(places.bounds[node.id], bands[node.lane] if bands else places.pool)


@tried
@given(procedures(max_steps=30))
def test_lines_are_square_and_pass_no_node(procedure):
    graph, places = a_drawing(procedure)
    for flow in graph.flows:
        for start, end in pairwise(places.corners[flow.id]):
            assert (start[0] == end[0]) != (start[1] == end[1])
            assert not [node.id for node in graph.nodes if crosses(start, end, places.bounds[node.id])]
            assert all(places.pool.x <= x <= places.pool.x + places.pool.width for x, _ in (start, end))


@tried
@given(procedures(max_steps=30))
def test_lines_run_along_one_another_only_to_or_from_the_same_node(procedure):
    graph, places = a_drawing(procedure)
    legs: dict[tuple[bool, float], list[Leg]] = defaultdict(list)
    for flow in graph.flows:
        for start, end in pairwise(places.corners[flow.id]):
            upright = start[0] == end[0]
            low, high = sorted((start[upright], end[upright]))
            legs[upright, start[not upright]].append((flow, low, high))
    for along in legs.values():
        for (one, low, high), (other, least, most) in combinations(along, 2):
            apart = high <= least or most <= low
            assert apart or one.source is other.source or one.target is other.target, (one.id, other.id)


@pytest.mark.parametrize("seed", range(3))
def test_the_largest_procedures_take_a_moment(seed):
    graph, places = a_drawing(a_random_procedure(seed, 120, 20))
    assert len(places.corners) == len(graph.flows)

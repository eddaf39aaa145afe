"""Files that are no BPMN, or mean harm, are refused with a sentence, at once."""

from __future__ import annotations

import time
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sopan.domain import SourceTooLarge, UnreadableSource
from sopan.domain.codec import encode_json
from sopan.readers.bpmn.document import MAX_BYTES
from sopan.readers.bpmn.read import read

HEAD = '<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL">'


def refused(data: bytes) -> UnreadableSource:
    began = time.process_time()
    with pytest.raises(UnreadableSource) as refusal:
        read(data)
    assert time.process_time() - began < 5
    return refusal.value


@pytest.mark.parametrize(
    "document_type",
    [
        '<!DOCTYPE d [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]>',
        '<!DOCTYPE d SYSTEM "file:///etc/passwd">',
        '<!DOCTYPE d [<!ENTITY a SYSTEM "file:///etc/passwd">]>',
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entities_are_not_even_declared(document_type, encoding):
    document = f'<?xml version="1.0" encoding="{encoding}"?>{document_type}{HEAD}<process id="&b;"/></definitions>'
    assert "DOCTYPE" in refused(document.encode(encoding)).sentence


def test_a_mountain_of_bytes_is_not_opened():
    assert isinstance(refused(b"<" + b" " * MAX_BYTES), SourceTooLarge)


def test_a_mountain_of_elements_is_given_up():
    assert isinstance(refused((HEAD + "<task/>" * 1_000_000 + "</definitions>").encode()), SourceTooLarge)


def test_a_well_of_levels_is_given_up():
    refused((HEAD + "<subProcess>" * 5000).encode())
    refused((HEAD + "<subProcess>" * 100 + "</subProcess>" * 100 + "</definitions>").encode())


def test_ways_that_multiply_are_given_up():
    """Everything leads to a place from which everything is led to."""
    tasks = "".join(f'<task id="t{n}"/>' for n in range(400))
    into = "".join(f'<sequenceFlow id="i{n}" name="{n}" sourceRef="t{n}" targetRef="j"/>' for n in range(400))
    out = "".join(f'<sequenceFlow id="o{n}" sourceRef="j" targetRef="t{n}"/>' for n in range(400))
    process = f'<process id="p">{tasks}<parallelGateway id="j"/>{into}{out}</process></definitions>'
    assert isinstance(refused((HEAD + process).encode()), SourceTooLarge)


def test_gateways_that_multiply_answers_are_given_up():
    """From gateway to gateway, each with ways of two names, and a task that is never reached."""
    gateways = "".join(f'<parallelGateway id="g{n}"/>' for n in range(5000))
    ways = "".join(
        f'<sequenceFlow id="f{n}{name}" name="{name}{n}" sourceRef="g{n}" targetRef="g{(n + 1) % 5000}"/>'
        for n in range(5000)
        for name in "ab"
    )
    tasks = "".join(f'<task id="t{n}"/><sequenceFlow id="s{n}" sourceRef="t{n}" targetRef="g0"/>' for n in range(1000))
    assert isinstance(
        refused(f'{HEAD}<process id="p">{tasks}{gateways}{ways}</process></definitions>'.encode()), SourceTooLarge
    )


def test_a_box_that_leads_to_itself_does_not_multiply_flows():
    tasks = "".join(f'<task id="t{n}"/>' for n in range(20_000))
    box = f'<subProcess id="b">{tasks}</subProcess><sequenceFlow id="f" sourceRef="b" targetRef="b"/>'
    assert isinstance(refused(f'{HEAD}<process id="p">{box}</process></definitions>'.encode()), SourceTooLarge)


def test_boxes_in_boxes_are_opened_in_good_time():
    inside = '<task id="z"/>'
    for n in range(40):
        inside = f'<subProcess id="b{n}">{inside}<task id="a{n}"/></subProcess>'
        inside += "".join(f'<sequenceFlow id="f{n}_{k}" sourceRef="b{n}" targetRef="b{n}"/>' for k in range(12))
    began = time.process_time()
    (reading,) = read(f'{HEAD}<process id="p">{inside}</process></definitions>'.encode())
    assert len(reading.procedure.steps) == 41
    assert time.process_time() - began < 5


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "terputus"),
        (b"<definitions", "terputus"),
        (b"<html/>", "bukan BPMN 2.0"),
        (b"<definitions/>", "bukan BPMN 2.0"),
        (HEAD.encode() + b"</definitions>", "tidak berisi proses"),
    ],
)
def test_what_is_no_bpmn_is_named(data, says):
    assert says in refused(data).sentence


def test_characters_no_document_can_carry_are_left_out():
    task = "<task id='a' name='Sa&#x7f;tu'><documentation>Waktu: 1&#x90; jam</documentation></task>"
    (reading,) = read(f"{HEAD}<process id='p'>{task}</process></definitions>".encode())
    (step,) = reading.procedure.steps
    assert (step.kegiatan, step.mutu_baku.waktu) == ("Satu", "1 jam")
    assert encode_json(reading.procedure)


def test_a_slip_is_placed():
    refusal = refused(HEAD.encode() + b'\n<process id="p">\n</proses></definitions>')
    assert refusal.line == 3


@given(
    st.lists(
        st.sampled_from(
            [
                "<process id='p'>", "</process>", "<task id='a' name='A'/>", "<task id='a'/>", "<subProcess id='b'>",
                "</subProcess>", "<sequenceFlow id='f' sourceRef='a' targetRef='b'/>", "<startEvent id='s'/>",
                "<sequenceFlow sourceRef='s' targetRef='a'/>", "<sequenceFlow id='g' sourceRef='b' targetRef='b'/>",
                "<boundaryEvent id='e' attachedToRef='b'/>", "<exclusiveGateway id='x'/>", "<endEvent id='b'/>",
                "<sequenceFlow id='h' sourceRef='x' targetRef='a' name='Ya'/>", "<laneSet>", "</laneSet>",
                "<sequenceFlow id='i' sourceRef='x' targetRef='x'/>", "<lane id='l' name='L'>", "</lane>",
                "<flowNodeRef>a</flowNodeRef>", "<participant processRef='p' name='P'/>", "<task/>",
                "<messageFlow sourceRef='a' targetRef='x'/>", "<process id='q'>", "<callActivity id='c'/>",
            ]
        ),
        max_size=25,
    )
)  # fmt: skip
@settings(max_examples=300, deadline=None)
def test_whatever_is_put_together_is_read_or_refused(parts):
    with suppress(UnreadableSource):
        read((HEAD + "".join(parts) + "</definitions>").encode())

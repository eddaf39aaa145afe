"""Every rule, one line each, sorted by code. A new rule adds its import and its line in `RULES`.

Of part 4 of the digest these wait for what neither a document nor its folder holds: ID-04, ID-10, ID-30 and ID-31
(registers of outputs, signings, tupoksi and processes), the register halves of ID-14, ID-15, ID-19, ID-20 and FL-08,
MB-10 to MB-12 (standar pelayanan, norma waktu), and the families DK and LC (package and life cycle) except LC-08.
FL-03 cannot be broken: the model knows no other symbol. FL-17 to FL-19 and DK-05 are invariants of the layout engine.
"""

from __future__ import annotations

from sopan.checker.rule import Rule
from sopan.checker.rules.flow.abolished_position import abolished_position
from sopan.checker.rules.flow.administrative_by_one import administrative_by_one
from sopan.checker.rules.flow.answer_without_decision import answer_without_decision
from sopan.checker.rules.flow.arrow_into_start import arrow_into_start
from sopan.checker.rules.flow.columns_out_of_order import columns_out_of_order
from sopan.checker.rules.flow.consecutive_decisions import consecutive_decisions
from sopan.checker.rules.flow.decision_by_several import decision_by_several
from sopan.checker.rules.flow.decision_verb_on_box import decision_verb_on_box
from sopan.checker.rules.flow.decision_without_judging import decision_without_judging
from sopan.checker.rules.flow.duplicate_columns import duplicate_columns
from sopan.checker.rules.flow.end_with_exit import end_with_exit
from sopan.checker.rules.flow.flow_without_end import flow_without_end
from sopan.checker.rules.flow.forking_process import forking_process
from sopan.checker.rules.flow.idle_symbol import idle_symbol
from sopan.checker.rules.flow.joined_executors import joined_executors
from sopan.checker.rules.flow.last_row_not_end import last_row_not_end
from sopan.checker.rules.flow.loop_without_way_out import loop_without_way_out
from sopan.checker.rules.flow.loop_without_work import loop_without_work
from sopan.checker.rules.flow.mixed_row import mixed_row
from sopan.checker.rules.flow.negative_answer_ahead import negative_answer_ahead
from sopan.checker.rules.flow.no_positive_answer import no_positive_answer
from sopan.checker.rules.flow.one_way_decision import one_way_decision
from sopan.checker.rules.flow.person_as_executor import person_as_executor
from sopan.checker.rules.flow.repeated_answer import repeated_answer
from sopan.checker.rules.flow.row_that_only_starts import row_that_only_starts
from sopan.checker.rules.flow.service_without_applicant_first import service_without_applicant_first
from sopan.checker.rules.flow.service_without_applicant_last import service_without_applicant_last
from sopan.checker.rules.flow.several_starts import several_starts
from sopan.checker.rules.flow.start_below_first_row import start_below_first_row
from sopan.checker.rules.flow.start_without_capsule import start_without_capsule
from sopan.checker.rules.flow.step_without_executor import step_without_executor
from sopan.checker.rules.flow.step_without_exit import step_without_exit
from sopan.checker.rules.flow.system_as_executor import system_as_executor
from sopan.checker.rules.flow.technical_by_several import technical_by_several
from sopan.checker.rules.flow.undeclared_executor import undeclared_executor
from sopan.checker.rules.flow.unlabelled_exit import unlabelled_exit
from sopan.checker.rules.flow.unreachable_step import unreachable_step
from sopan.checker.rules.flow.unused_column import unused_column
from sopan.checker.rules.flow.upward_arrow_from_box import upward_arrow_from_box
from sopan.checker.rules.identity.ciri_kegiatan_missing import ciri_kegiatan_missing
from sopan.checker.rules.identity.copied_field import copied_field
from sopan.checker.rules.identity.dasar_hukum_incomplete import dasar_hukum_incomplete
from sopan.checker.rules.identity.dasar_hukum_missing import dasar_hukum_missing
from sopan.checker.rules.identity.dasar_hukum_out_of_order import dasar_hukum_out_of_order
from sopan.checker.rules.identity.dasar_hukum_unrecognised import dasar_hukum_unrecognised
from sopan.checker.rules.identity.efektif_before_pembuatan import efektif_before_pembuatan
from sopan.checker.rules.identity.generic_signed_by_unit import generic_signed_by_unit
from sopan.checker.rules.identity.institution_in_keterkaitan import institution_in_keterkaitan
from sopan.checker.rules.identity.judul_missing import judul_missing
from sopan.checker.rules.identity.judul_shared_across_opd import judul_shared_across_opd
from sopan.checker.rules.identity.judul_too_long import judul_too_long
from sopan.checker.rules.identity.judul_without_aspect import judul_without_aspect
from sopan.checker.rules.identity.keterkaitan_missing import keterkaitan_missing
from sopan.checker.rules.identity.keterkaitan_not_an_sop import keterkaitan_not_an_sop
from sopan.checker.rules.identity.keterkaitan_revoked import keterkaitan_revoked
from sopan.checker.rules.identity.keterkaitan_to_itself import keterkaitan_to_itself
from sopan.checker.rules.identity.keterkaitan_unresolved import keterkaitan_unresolved
from sopan.checker.rules.identity.kualifikasi_missing import kualifikasi_missing
from sopan.checker.rules.identity.law_in_judul import law_in_judul
from sopan.checker.rules.identity.law_in_keterkaitan import law_in_keterkaitan
from sopan.checker.rules.identity.logo_missing import logo_missing
from sopan.checker.rules.identity.macro_without_parts import macro_without_parts
from sopan.checker.rules.identity.micro_without_parent import micro_without_parent
from sopan.checker.rules.identity.nip_malformed import nip_malformed
from sopan.checker.rules.identity.nip_missing import nip_missing
from sopan.checker.rules.identity.nip_of_regional_head import nip_of_regional_head
from sopan.checker.rules.identity.no_organisation_law import no_organisation_law
from sopan.checker.rules.identity.nomor_missing import nomor_missing
from sopan.checker.rules.identity.nomor_off_template import nomor_off_template
from sopan.checker.rules.identity.nomor_repeated import nomor_repeated
from sopan.checker.rules.identity.numbered_item import numbered_item
from sopan.checker.rules.identity.one_sided_keterkaitan import one_sided_keterkaitan
from sopan.checker.rules.identity.opd_missing import opd_missing
from sopan.checker.rules.identity.partial_without_sequel import partial_without_sequel
from sopan.checker.rules.identity.pencatatan_missing import pencatatan_missing
from sopan.checker.rules.identity.peralatan_missing import peralatan_missing
from sopan.checker.rules.identity.peringatan_missing import peringatan_missing
from sopan.checker.rules.identity.peringatan_without_consequence import peringatan_without_consequence
from sopan.checker.rules.identity.person_in_judul import person_in_judul
from sopan.checker.rules.identity.person_in_kualifikasi import person_in_kualifikasi
from sopan.checker.rules.identity.placeholder_left import placeholder_left
from sopan.checker.rules.identity.repealed_law import repealed_law
from sopan.checker.rules.identity.repeated_item import repeated_item
from sopan.checker.rules.identity.review_not_planned import review_not_planned
from sopan.checker.rules.identity.revisi_out_of_order import revisi_out_of_order
from sopan.checker.rules.identity.revision_without_date import revision_without_date
from sopan.checker.rules.identity.same_judul import same_judul
from sopan.checker.rules.identity.selaku_in_jabatan import selaku_in_jabatan
from sopan.checker.rules.identity.signer_below_head import signer_below_head
from sopan.checker.rules.identity.signer_missing import signer_missing
from sopan.checker.rules.identity.tanggal_missing import tanggal_missing
from sopan.checker.rules.identity.tool_not_listed import tool_not_listed
from sopan.checker.rules.identity.two_outputs_in_judul import two_outputs_in_judul
from sopan.checker.rules.identity.type_missing import type_missing
from sopan.checker.rules.identity.unreadable_tanggal import unreadable_tanggal
from sopan.checker.rules.identity.unusual_selaku import unusual_selaku
from sopan.checker.rules.identity.year_in_judul import year_in_judul
from sopan.checker.rules.kegiatan.activity_too_long import activity_too_long
from sopan.checker.rules.kegiatan.activity_without_active_verb import activity_without_active_verb
from sopan.checker.rules.kegiatan.activity_without_object import activity_without_object
from sopan.checker.rules.kegiatan.agent_in_activity import agent_in_activity
from sopan.checker.rules.kegiatan.answer_in_activity import answer_in_activity
from sopan.checker.rules.kegiatan.condition_outside_decision import condition_outside_decision
from sopan.checker.rules.kegiatan.executor_in_activity import executor_in_activity
from sopan.checker.rules.kegiatan.light_verb import light_verb
from sopan.checker.rules.kegiatan.list_mark_in_activity import list_mark_in_activity
from sopan.checker.rules.kegiatan.nominalised_activity import nominalised_activity
from sopan.checker.rules.kegiatan.nonstandard_verb import nonstandard_verb
from sopan.checker.rules.kegiatan.numbering_out_of_order import numbering_out_of_order
from sopan.checker.rules.kegiatan.passive_activity import passive_activity
from sopan.checker.rules.kegiatan.passive_sentence import passive_sentence
from sopan.checker.rules.kegiatan.repeated_activity import repeated_activity
from sopan.checker.rules.kegiatan.several_sentences import several_sentences
from sopan.checker.rules.kegiatan.several_verbs import several_verbs
from sopan.checker.rules.kegiatan.step_without_kegiatan import step_without_kegiatan
from sopan.checker.rules.kegiatan.too_few_activities import too_few_activities
from sopan.checker.rules.kegiatan.too_many_activities import too_many_activities
from sopan.checker.rules.kegiatan.vague_verb import vague_verb
from sopan.checker.rules.lifecycle.review_overdue import review_overdue
from sopan.checker.rules.mutu_baku.equipment_in_kelengkapan import equipment_in_kelengkapan
from sopan.checker.rules.mutu_baku.last_output_not_in_title import last_output_not_in_title
from sopan.checker.rules.mutu_baku.long_step_unexplained import long_step_unexplained
from sopan.checker.rules.mutu_baku.lumped_kelengkapan import lumped_kelengkapan
from sopan.checker.rules.mutu_baku.open_ended_kelengkapan import open_ended_kelengkapan
from sopan.checker.rules.mutu_baku.output_is_action import output_is_action
from sopan.checker.rules.mutu_baku.output_is_duration import output_is_duration
from sopan.checker.rules.mutu_baku.output_not_passed_on import output_not_passed_on
from sopan.checker.rules.mutu_baku.output_repeats_kegiatan import output_repeats_kegiatan
from sopan.checker.rules.mutu_baku.repeated_kelengkapan import repeated_kelengkapan
from sopan.checker.rules.mutu_baku.step_without_kelengkapan import step_without_kelengkapan
from sopan.checker.rules.mutu_baku.step_without_output import step_without_output
from sopan.checker.rules.mutu_baku.step_without_waktu import step_without_waktu
from sopan.checker.rules.mutu_baku.unmeasured_waktu import unmeasured_waktu
from sopan.checker.rules.mutu_baku.waktu_as_range import waktu_as_range
from sopan.checker.rules.mutu_baku.waktu_contradicts_itself import waktu_contradicts_itself
from sopan.checker.rules.mutu_baku.waktu_in_keterangan import waktu_in_keterangan
from sopan.checker.rules.mutu_baku.waktu_of_nothing import waktu_of_nothing
from sopan.checker.rules.mutu_baku.waktu_over_a_year import waktu_over_a_year
from sopan.checker.rules.privacy.email_in_text import email_in_text
from sopan.checker.rules.privacy.nik_in_text import nik_in_text
from sopan.checker.rules.privacy.nip_in_text import nip_in_text
from sopan.checker.rules.privacy.person_in_text import person_in_text
from sopan.checker.rules.privacy.phone_in_text import phone_in_text

RULES: tuple[Rule, ...] = (
    start_without_capsule,
    flow_without_end,
    step_without_executor,
    unused_column,
    columns_out_of_order,
    duplicate_columns,
    person_as_executor,
    unreachable_step,
    one_way_decision,
    unlabelled_exit,
    negative_answer_ahead,
    loop_without_work,
    consecutive_decisions,
    decision_verb_on_box,
    upward_arrow_from_box,
    technical_by_several,
    service_without_applicant_first,
    row_that_only_starts,
    several_starts,
    start_below_first_row,
    last_row_not_end,
    undeclared_executor,
    abolished_position,
    step_without_exit,
    loop_without_way_out,
    forking_process,
    end_with_exit,
    repeated_answer,
    arrow_into_start,
    no_positive_answer,
    decision_without_judging,
    administrative_by_one,
    service_without_applicant_last,
    mixed_row,
    decision_by_several,
    answer_without_decision,
    system_as_executor,
    joined_executors,
    idle_symbol,
    nomor_missing,
    judul_missing,
    judul_without_aspect,
    year_in_judul,
    two_outputs_in_judul,
    same_judul,
    judul_shared_across_opd,
    efektif_before_pembuatan,
    revision_without_date,
    review_not_planned,
    signer_missing,
    signer_below_head,
    opd_missing,
    dasar_hukum_missing,
    dasar_hukum_out_of_order,
    repealed_law,
    no_organisation_law,
    institution_in_keterkaitan,
    one_sided_keterkaitan,
    keterkaitan_to_itself,
    peringatan_missing,
    kualifikasi_missing,
    peralatan_missing,
    tool_not_listed,
    pencatatan_missing,
    type_missing,
    micro_without_parent,
    nomor_off_template,
    nomor_repeated,
    judul_too_long,
    law_in_judul,
    person_in_judul,
    unreadable_tanggal,
    tanggal_missing,
    revisi_out_of_order,
    nip_missing,
    nip_malformed,
    nip_of_regional_head,
    logo_missing,
    dasar_hukum_incomplete,
    dasar_hukum_unrecognised,
    law_in_keterkaitan,
    keterkaitan_missing,
    keterkaitan_unresolved,
    keterkaitan_revoked,
    peringatan_without_consequence,
    person_in_kualifikasi,
    copied_field,
    ciri_kegiatan_missing,
    macro_without_parts,
    partial_without_sequel,
    generic_signed_by_unit,
    placeholder_left,
    repeated_item,
    numbered_item,
    unusual_selaku,
    selaku_in_jabatan,
    keterkaitan_not_an_sop,
    too_few_activities,
    too_many_activities,
    activity_without_active_verb,
    passive_activity,
    executor_in_activity,
    nominalised_activity,
    several_verbs,
    condition_outside_decision,
    activity_without_object,
    vague_verb,
    numbering_out_of_order,
    repeated_activity,
    activity_too_long,
    step_without_kegiatan,
    list_mark_in_activity,
    agent_in_activity,
    nonstandard_verb,
    passive_sentence,
    light_verb,
    answer_in_activity,
    several_sentences,
    review_overdue,
    step_without_waktu,
    unmeasured_waktu,
    waktu_as_range,
    waktu_over_a_year,
    output_is_duration,
    output_is_action,
    output_not_passed_on,
    equipment_in_kelengkapan,
    last_output_not_in_title,
    long_step_unexplained,
    step_without_kelengkapan,
    step_without_output,
    waktu_contradicts_itself,
    waktu_of_nothing,
    repeated_kelengkapan,
    open_ended_kelengkapan,
    lumped_kelengkapan,
    output_repeats_kegiatan,
    waktu_in_keterangan,
    nik_in_text,
    phone_in_text,
    email_in_text,
    person_in_text,
    nip_in_text,
)
"""All rules in the order of their codes."""


def rule_of(code: str) -> Rule:
    """The rule with this code, in whatever case it was typed; KeyError when there is none."""
    return _BY_CODE[code.strip().upper()]


_BY_CODE = {rule.code: rule for rule in RULES}

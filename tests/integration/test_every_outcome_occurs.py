"""The invented force shows every outcome that each standard of the library can have."""

from collections import defaultdict

import pytest

from tests.support import invented_county
from trigpoint.chronology import assembly
from trigpoint.judgements import batch, table
from trigpoint.judgements.outcome import Outcome
from trigpoint.records import intake
from trigpoint.standards import language
from trigpoint.standards.catalogue import all_standards
from trigpoint.standards.standard import Standard
from trigpoint.timekeeping import london
from trigpoint.timekeeping.calendar import Calendar

#: Outcomes that the shape of a standard allows and these records cannot show, and why.
CANNOT_OCCUR = {
    (
        "child-protection-plan-flag",
        "not_yet_due",
    ): "plans come from the council, whose files "
    "end two weeks before those of police: a day later is past",
    (
        "child-protection-plan-flag",
        "cannot_tell",
    ): "flags are on the record of police to the "
    "end, and the limit is the end of a day",
    ("police-information-before-first-decision", "not_yet_due"): "due with an event "
    "that is known only once it has happened",
    ("repeat-missing-strategy-meeting", "cannot_tell"): "report and meeting are both "
    "on the record of police, to the end, and the limit is the end of a day",
    ("strategy-discussion-decisions-recorded", "cannot_tell"): "the discussion itself "
    "is known from police records alone, and the limit is the end of a day",
}


def possible(standard: Standard) -> set[str]:
    """The outcomes that the shape of a standard allows."""
    found = {"met", "missed", "cannot_tell"}
    if isinstance(standard.expects, language.FollowedBy):
        found |= {"late"}
        if not _due_with_or_before_the_trigger(standard.expects.within):
            found |= {"not_yet_due"}
    if standard.excepting:
        found |= {"excepted"}
    return {one for one in found if (standard.slug, one) not in CANNOT_OCCUR}


def _due_with_or_before_the_trigger(limit: language.Limit) -> bool:
    limits = (limit,)
    if isinstance(limit, language.ByKind | language.ByFact):
        limits = tuple(one for _, one in limit.limits)
    return all(isinstance(one, language.AtOnce | language.BeforeDay) for one in limits)


@pytest.fixture(scope="module")
def read() -> intake.Intake:
    """The extracts of a county of 3,000 children, as read."""
    extracts = invented_county.written(3000, 1, "before") / "extracts"
    return intake.read_folder(extracts, mapping=None, progress=lambda _: None)


@pytest.fixture(scope="module")
def outcomes(read: intake.Intake) -> dict[str, set[str]]:
    """The outcomes of each standard in that county."""
    made = assembly.assemble(tables=read.tables, reach=read.reach)
    standards = all_standards()
    result = batch.judge(
        made.log,
        standards=standards,
        coverage=made.coverage,
        calendar=Calendar(),
        as_at=london.day_end(london.local_date(max(read.reach.values()))),
        window=None,
    )
    judged = table.contract_table(
        result=result,
        log=made.log,
        standards=standards,
        missing_words=lambda code, _: code,
    )
    found: dict[str, set[str]] = defaultdict(set)
    for row in judged.select(["standard", "outcome"]).to_pylist():
        found[row["standard"]].add(row["outcome"])
    return found


def test_every_file_is_read(read: intake.Intake) -> None:
    """No file of the invented county is refused."""
    assert not [one.file for one in read.receipts if one.format == "refused"]


@pytest.mark.parametrize("standard", all_standards(), ids=lambda one: one.slug)
def test_every_outcome_of_a_standard_occurs(
    standard: Standard, outcomes: dict[str, set[str]]
) -> None:
    """Each outcome that a standard can have is among the judgements of the county."""
    lacking = possible(standard) - outcomes[standard.slug]
    assert not lacking, f"{standard.slug}: {sorted(lacking)} never occurs"


def test_what_cannot_occur_does_not(outcomes: dict[str, set[str]]) -> None:
    """An outcome listed as impossible is taken off the list once it occurs."""
    slugs = {standard.slug for standard in all_standards()}
    for (slug, outcome), why in CANNOT_OCCUR.items():
        assert slug in slugs
        assert why
        assert outcome in set(Outcome)
        assert outcome not in outcomes[slug]

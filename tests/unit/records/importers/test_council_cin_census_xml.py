"""The CIN census in XML: what each schema year and each messy reality comes to."""

from datetime import date
from pathlib import Path

import numpy as np
import pytest

from tests.support.invented_returns import (
    DETAILS,
    HEADER,
    IDENTIFIERS,
    census,
    child,
    numbered,
    told,
    write,
)
from trigpoint.records.importer import Sample
from trigpoint.records.importers.council_cin_census_xml import IMPORTER, read
from trigpoint.records.record import Reading, Refusal
from trigpoint.records.sampling import sample
from trigpoint.timekeeping import london

DAY = london.day_start(date(2016, 7, 26))


def reading(folder: Path, text: str) -> Reading:
    path = write(folder, text)
    return read(path, told(path))


def codes(made: Reading) -> list[str]:
    return [problem.code for problem in made.problems]


def column(made: Reading, subject: str, name: str) -> list[object]:
    return made.tables[subject][name].to_pylist()


def accounted(made: Reading) -> bool:
    rows = made.rows_accepted + len(made.rejections) + made.duplicates
    return made.rows_received == rows


def test_a_child_becomes_a_row_of_each_thing_that_happened(tmp_path: Path) -> None:
    """Eight repeating elements are eight rows; the conference is a fact of its enquiry."""
    made = reading(tmp_path, census())
    assert {name: len(table) for name, table in made.tables.items()} == {
        "child_record": 1, "referral": 1, "assessment": 1, "section_47": 1,
        "initial_conference": 1, "protection_plan": 1, "plan_review": 2,
        "child_in_need_plan": 1,
    }  # fmt: skip
    assert (made.rows_received, made.rows_accepted, made.duplicates) == (8, 8, 0)
    assert made.source == "council:909"
    assert made.extract_date == london.day_end(date(2017, 3, 31))
    assert codes(made) == []


def test_facts_stand_in_their_columns(tmp_path: Path) -> None:
    """Ids keep their zeros, lists are `;A;B;`, sex is today's code, dates span a day."""
    made = reading(tmp_path, census())
    assert column(made, "child_record", "child_id") == ["0012"]
    assert column(made, "child_record", "sex") == ["F"]
    assert column(made, "child_record", "disabilities") == [";LD;HEAR;"]
    assert column(made, "referral", "referral_source") == ["6"]
    assert column(made, "referral", "nfa") == ["false"]
    assert column(made, "referral", "closure_date") == [None]
    assert column(made, "assessment", "factors") == [";10A;11A;"]
    assert column(made, "section_47", "conference_not_required") == ["false"]
    assert column(made, "initial_conference", "conference_date") == [DAY]
    assert column(made, "initial_conference", "conference_date__latest") == [
        london.day_end(date(2016, 7, 26))
    ]
    assert column(made, "protection_plan", "latest_category") == ["SAB"]
    plan = column(made, "protection_plan", "plan_id")
    assert column(made, "plan_review", "plan_id") == plan * 2
    referral = column(made, "referral", "referral_id")
    assert column(made, "section_47", "referral_id") == referral


def test_a_row_is_the_line_of_its_element(tmp_path: Path) -> None:
    """source_row is the line of the start tag."""
    text = census()
    made = reading(tmp_path, text)
    lines = text.splitlines()
    (line,) = column(made, "section_47", "source_row")
    assert "<Section47>" in lines[line - 1]
    (line,) = column(made, "initial_conference", "source_row")
    assert "<DateOfInitialCPC>" in lines[line - 1]


@pytest.mark.parametrize(
    "root", ["Message", 'Message xmlns="urn:invented:cin"'], ids=["bare", "namespace"]
)
def test_a_namespace_makes_no_difference(tmp_path: Path, root: str) -> None:
    """XML: no namespace, or one."""
    made = reading(tmp_path, census(root=root))
    assert made.rows_accepted == 8
    assert column(made, "assessment", "factors") == [";10A;11A;"]
    assert column(made, "child_record", "disabilities") == [";LD;HEAR;"]


@pytest.mark.parametrize(
    ("at_referral", "at_enquiry", "held"),
    [
        ("2016-07-26", "", 1),
        ("", "2016-07-26", 1),
        ("2016-07-26", "2016-07-26", 1),
        ("2016-07-26", "2016-07-27", 2),
        ("", "", 0),
    ],
)
def test_a_conference_stands_at_either_level_and_counts_once(
    tmp_path: Path, at_referral: str, at_enquiry: str, held: int
) -> None:
    """DateOfInitialCPC beside the referral, the enquiry, or both: once for each date."""
    tag = "<DateOfInitialCPC>{}</DateOfInitialCPC>"
    details = DETAILS.replace(tag.format("2016-07-26"), tag.format(at_enquiry))
    details = details.replace(
        "</CINdetails>", tag.format(at_referral) + "</CINdetails>"
    )
    made = reading(tmp_path, census(child(details=details)))
    assert len(made.tables["initial_conference"]) == held
    assert made.rows_received == 8
    assert accounted(made)


def test_sex_of_2025_is_sex_of_2017(tmp_path: Path) -> None:
    """GenderCurrent 2 and Sex F are one fact."""
    later = IDENTIFIERS.replace("<GenderCurrent>2</GenderCurrent>", "<Sex>F</Sex>")
    made = reading(tmp_path, census(child(identifiers=later)))
    assert column(made, "child_record", "sex") == ["F"]


def test_a_code_of_a_later_year_is_said_and_kept(tmp_path: Path) -> None:
    """24A came in 2022; in a census of 2017 it is odd, and counts."""
    made = reading(tmp_path, census(child(details=DETAILS.replace("10A", "24A"))))
    assert [(p.code, p.value) for p in made.problems] == [("later_code", "24A")]
    assert column(made, "assessment", "factors") == [";24A;11A;"]
    header = HEADER.replace("2017", "2022")
    late = census(child(details=DETAILS.replace("10A", "24A")), header=header)
    assert codes(reading(tmp_path, late)) == []


def test_an_unknown_text_is_kept_beside_its_row(tmp_path: Path) -> None:
    """XML: unknown elements are kept and reported, never fatal."""
    details = DETAILS.replace("<ReferralNFA>", "<Hub>North</Hub><ReferralNFA>")
    made = reading(tmp_path, census(child(details=details)))
    assert column(made, "referral", "extra.Hub") == ["North"]
    assert made.extra == ("Hub",)
    (problem,) = made.problems
    assert (problem.code, problem.column) == ("unknown_element", "Hub")


@pytest.mark.parametrize("where", ["</CINdetails>", "</Child>", "</Children>"])
def test_an_unknown_block_is_kept_whole(tmp_path: Path, where: str) -> None:
    """XML: unknown blocks at any level become kept rows, which are not counted."""
    block = "<Early><Began>2016-01-01</Began><Who>A</Who><Who>B</Who></Early>"
    text = census().replace(where, block + where, 1)
    made = reading(tmp_path, text)
    (row,) = made.tables["kept"].to_pylist()
    assert row["list"] == "Early"
    assert row["child_id"] == ("" if where == "</Children>" else "0012")
    assert (row["extra.Began"], row["extra.Who"]) == ("2016-01-01", "A;B")
    assert made.rows_received == made.rows_accepted == 8


def test_stray_text_between_tags_is_survived_and_said(tmp_path: Path) -> None:
    """XML: stray text between tags."""
    stray = IDENTIFIERS.replace("<PersonBirthDate>", "UPN<PersonBirthDate>")
    made = reading(tmp_path, census(child(identifiers=stray)))
    assert [(p.code, p.value) for p in made.problems] == [("stray_text", "UPN")]
    assert column(made, "child_record", "child_id") == ["0012"]


def test_empty_tags_are_empty_cells(tmp_path: Path) -> None:
    """XML: empty tags; the column was there and the cell was empty."""
    details = DETAILS.replace("<ReferralSource>6</ReferralSource>", "<ReferralSource/>")
    made = reading(tmp_path, census(child(details=details)))
    assert column(made, "referral", "referral_source") == [""]
    assert codes(made) == []


def test_an_untrue_encoding_is_read_and_said(tmp_path: Path) -> None:
    """XML: odd encoding declaration."""
    made = reading(tmp_path, '<?xml version="1.0" encoding="unicode"?>' + census())
    assert codes(made) == ["encoding"]
    assert made.rows_accepted == 8


def test_the_header_may_contradict_itself(tmp_path: Path) -> None:
    """XML: Year differs from ReferenceDate, and there are two Sources."""
    header = HEADER.replace("<Year>2017", "<Year>2016")
    header = header.replace("</Header>", "<Source><LEA>942</LEA></Source></Header>")
    made = reading(tmp_path, census(header=header))
    assert codes(made) == ["year_differs", "two_sources"]
    assert made.source == "council:909"


def test_a_census_without_header_belongs_to_its_folder(tmp_path: Path) -> None:
    """No LEA and no date: said, and nothing is guessed."""
    path = write(tmp_path, census(header=""))
    made = read(path, told(path, "north"))
    assert (made.source, made.extract_date) == ("north", None)
    assert codes(made) == ["no_reference_date", "no_lea"]


def test_an_entity_bomb_is_refused(tmp_path: Path) -> None:
    """XML: entity expansion."""
    bomb = '<!DOCTYPE Message [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>'
    with pytest.raises(Refusal, match="document type"):
        reading(tmp_path, bomb + census(child(also="<x>&b;</x>")))


def test_half_a_census_is_refused(tmp_path: Path) -> None:
    """What is cut off reads like children without records, so none of it is used."""
    with pytest.raises(Refusal, match="send it again"):
        reading(tmp_path, census()[:900])


@pytest.mark.parametrize(
    ("identifiers", "expected"),
    [
        ("<LAchildID>7</LAchildID><UPN>A123456789123</UPN>", ["upn_check",
                                                            "no_birth_date"]),
        (IDENTIFIERS + "<UPNunknown>UN3</UPNunknown>", []),
        (IDENTIFIERS.replace("0012", "X" * 21), ["id_long"]),
        (IDENTIFIERS.replace("0012", "00/12"), ["id_symbols"]),
        ("<LAchildID>7</LAchildID><ExpectedPersonBirthDate>2017-05-01"
         "</ExpectedPersonBirthDate><Sex>U</Sex>", []),
    ],
    ids=["no birth date", "reason", "long", "symbols", "unborn"],
)  # fmt: skip
def test_a_doubtful_identity_is_marked_and_kept(
    tmp_path: Path, identifiers: str, expected: list[str]
) -> None:
    """UPN, id and birth date rules of the census mark; none refuses a child."""
    made = reading(tmp_path, census(child(identifiers=identifiers)))
    assert codes(made) == expected
    assert made.rows_accepted == 8


def test_one_id_twice_is_kept_and_said(tmp_path: Path) -> None:
    """The same child id twice: both are kept, an exact repetition is a duplicate."""
    other = IDENTIFIERS.replace("2003-05-14", "2003-05-15")
    made = reading(tmp_path, census(child(), child(identifiers=other)))
    assert codes(made) == ["id_repeated"]
    assert len(made.tables["child_record"]) == 2
    assert (made.rows_received, made.duplicates) == (16, 7)
    assert accounted(made)


def test_a_child_without_id_is_put_aside_whole(tmp_path: Path) -> None:
    """Key missing: every row of the child is quarantined once, and kept as it was."""
    nameless = IDENTIFIERS.replace("<LAchildID>0012</LAchildID>", "")
    made = reading(tmp_path, census(child(identifiers=nameless), numbered(1)))
    assert len(made.rejections) == 8
    assert {rejection.code for rejection in made.rejections} == {"key_missing"}
    assert "2003-05-14" in made.rejections[0].value
    assert made.rows_accepted == 8
    assert accounted(made)


def test_impossible_times_are_marked_and_left_out(tmp_path: Path) -> None:
    """A date centuries early; an assessment authorised before it began; a date to come."""
    details = DETAILS.replace("2016-07-06", "1066-10-14")
    details = details.replace("2016-08-20", "2016-07-01")
    details = details.replace("<CPPstartDate>2016-07-26", "<CPPstartDate>2206-07-26")
    made = reading(tmp_path, census(child(details=details)))
    assert codes(made).count("impossible_date") == 3
    for subject, name in (
        ("referral", "referral_date"),
        ("assessment", "authorised_date"),
        ("protection_plan", "begun"),
    ):
        assert column(made, subject, name) == [None]
    assert made.rows_accepted == 8


def test_two_referrals_of_one_day_stay_apart(tmp_path: Path) -> None:
    """A referral is known by child and day, and a second of that day by its number."""
    second = DETAILS.replace("<ReferralSource>6", "<ReferralSource>1A")
    made = reading(tmp_path, census(child(details=DETAILS + second)))
    assert column(made, "referral", "referral_id") == [
        "0012/2016-07-06",
        "0012/2016-07-06#2",
    ]


def test_a_referral_keeps_its_id_in_next_years_census(tmp_path: Path) -> None:
    """Next year overlapping last: the same referral is the same, wherever it stands."""
    older = DETAILS.replace("2016-07-06", "2014-02-01")
    both = reading(tmp_path, census(child(details=older + DETAILS)))
    alone = reading(tmp_path, census())
    (referral,) = column(alone, "referral", "referral_id")
    assert referral in column(both, "referral", "referral_id")


def test_a_census_holds_no_names(tmp_path: Path) -> None:
    """A council person's names only come from the person table."""
    named = IDENTIFIERS + "<PersonSurname>Invented</PersonSurname>"
    made = reading(tmp_path, census(child(identifiers=named)))
    for table in made.tables.values():
        assert not {"surname", "forename"} & set(table.column_names)
    assert made.extra == ("PersonSurname",)


def test_reading_twice_gives_the_same(tmp_path: Path) -> None:
    """The same file is the same reading."""
    path = write(tmp_path, census(numbered(1), numbered(2)))
    assert read(path, told(path)) == read(path, told(path))


@pytest.mark.parametrize("seed", range(5))
def test_the_order_of_children_does_not_matter(tmp_path: Path, seed: int) -> None:
    """The set of rows is the same, but for the line on which each stands."""
    parts = [numbered(number) for number in range(12)]
    order = np.random.default_rng(seed).permutation(12)
    shuffled = [parts[place] for place in order]

    def rows(made: Reading) -> set[tuple[str, str]]:
        return {
            (name, str({k: v for k, v in row.items() if k != "source_row"}))
            for name, table in made.tables.items()
            for row in table.to_pylist()
        }

    first, second = (reading(tmp_path, census(*each)) for each in (parts, shuffled))
    assert rows(first) == rows(second)
    assert len(rows(first)) == 12 * 9


def test_it_is_recognised_by_what_it_holds(tmp_path: Path) -> None:
    """A census in any namespace; a workforce census is another's."""
    for root in ("Message", 'Message xmlns="urn:invented"'):
        assert IMPORTER.recognise(sample(write(tmp_path, census(root=root)))) == 1.0
    none = "<Message><Children></Children></Message>"
    assert IMPORTER.recognise(sample(write(tmp_path, none))) == 0.6
    workers = "<Message><CSWWWorker/></Message>"
    assert IMPORTER.recognise(sample(write(tmp_path, workers))) == 0.0
    assert IMPORTER.recognise(Sample(path=tmp_path, kind="csv")) == 0.0

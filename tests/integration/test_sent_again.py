"""A file that comes again under its name: corrected, older, a part, or without a row."""

import csv
import io
from collections.abc import Callable
from pathlib import Path

import psycopg
import pytest

from tests.integration.test_jobs import new_force
from tests.support.site import Site, bring_in
from tests.support.small_force import write_small_force
from trigpoint.services.judge_stored import judge_stored
from trigpoint.storage.entered import SOURCE

Sheet = list[dict[str, str]]
Change = Callable[[Sheet], Sheet]
STANDING = (
    "SELECT child, event, kind, earliest, recorded, digest FROM event_now "
    "WHERE replaced IS NULL AND source <> %s ORDER BY digest"
)
JUDGED = (
    "SELECT child, standard, occasion, outcome, due_latest FROM storage_judgementrow "
    "ORDER BY 1, 2, 3"
)


class Sent:
    """A force's files, and what became of them."""

    def __init__(self, site: Site, slug: str, folder: Path) -> None:
        """Bring in twenty-two episodes, so that one that is gone is few among them."""
        self.site, self.slug, self.folder = site, slug, folder
        new_force(site, slug)
        self.extracts = write_small_force(folder)
        sheet = self.sheet("missing.csv")
        first = sheet[0]
        more = [
            {**first, "misper_id": f"X{n}", "reported_at": f"2016-04-{n:02}T20:00",
             "risk_at": f"2016-04-{n:02}T20:30", "found_at": f"2016-04-{n:02}T23:00",
             "prevention_interview_at": "", "recorded_at": f"2016-04-{n:02}T23:30"}
            for n in range(1, 21)
        ]  # fmt: skip
        self.write("missing.csv", [*sheet, *more])
        self.bring()

    def sheet(self, name: str) -> Sheet:
        text = (self.extracts / "police" / name).read_text(encoding="utf-8")
        return list(csv.DictReader(io.StringIO(text)))

    def write(self, name: str, sheet: Sheet) -> None:
        with (self.extracts / "police" / name).open("w", encoding="utf-8") as handle:
            writer = csv.DictWriter(handle, list(sheet[0]))
            writer.writeheader()
            writer.writerows(sheet)

    def bring(self) -> None:
        bring_in(self.site.server, self.extracts, organisation=self.slug)

    def again(self, name: str, change: Change) -> None:
        self.write(name, change(self.sheet(name)))
        self.bring()

    def asked(self, query: str, *values: object) -> list[tuple]:
        with self.site.acting_for(self.slug) as connection:
            return connection.execute(query, values).fetchall()  # type: ignore[arg-type]

    @property
    def standing(self) -> list[tuple]:
        return self.asked(STANDING, SOURCE)

    @property
    def judged(self) -> list[tuple]:
        return self.asked(JUDGED)

    def kinds(self, reference: str) -> dict[str, list[int]]:
        found: dict[str, list[int]] = {}
        for kind, earliest in self.asked(
            "SELECT kind, earliest FROM event_now WHERE replaced IS NULL AND "
            "%s IN (reference, about) ORDER BY 2", reference,
        ):  # fmt: skip
            found.setdefault(kind, []).append(earliest)
        return found

    @property
    def beside(self) -> list[str]:
        kept = self.site.server.place / "received" / self.slug / "police"
        return sorted(one.name for one in kept.iterdir() if "(earlier" in one.name)


@pytest.fixture
def sent(site: Site, tmp_path: Path) -> Sent:
    return Sent(site, tmp_path.name.replace("_", "-"), tmp_path)


def later(column: str, reference: str, value: str) -> Change:
    def change(sheet: Sheet) -> Sheet:
        return [
            {**row, column: value} if row["misper_id"] == reference else row
            for row in sheet
        ]

    return change


def test_what_a_cell_said_before_stands_no_more(sent: Sent) -> None:
    """Changed in its row: one time instead of another, on the page and for the duties."""
    before = sent.kinds("M1")["RETURN_INTERVIEW_HELD"]
    sent.again("return_interview.csv", later("done_at", "M1", "2016-03-09T12:00"))
    after = sent.kinds("M1")["RETURN_INTERVIEW_HELD"]
    assert len(before) == len(after) == 1
    assert after > before
    (interview,) = [
        row for row in sent.judged
        if row[1] == "return-home-interview-72-hours" and row[3] == "late"
    ]  # fmt: skip
    assert interview


def test_an_older_file_takes_nothing_back_and_the_newest_again_leaves_none(
    sent: Sent,
) -> None:
    """The verdicts stay; once the whole file is there again, nothing stands beside it."""
    standing, judged, whole = sent.standing, sent.judged, sent.sheet("missing.csv")
    sent.again("missing.csv", lambda sheet: sheet[:8])
    assert (sent.standing, sent.judged) == (standing, judged)
    assert sent.beside == ["missing (earlier).csv"]
    sent.again("missing.csv", lambda _: whole)
    assert (sent.standing, sent.judged) == (standing, judged)
    assert sent.beside == []


def test_a_file_of_new_rows_alone_takes_nothing_back(sent: Sent) -> None:
    """As a week's rows under the same name each week."""
    standing = {row[-1] for row in sent.standing}
    week = {"misper_id": "X99", "reported_at": "2016-06-01T20:00",
            "risk_at": "2016-06-01T20:30", "found_at": "2016-06-01T23:00",
            "prevention_interview_at": "", "recorded_at": "2016-06-01T23:30"}  # fmt: skip
    sent.again("missing.csv", lambda sheet: [{**sheet[0], **week}])
    assert standing < {row[-1] for row in sent.standing}
    assert sent.kinds("X99")


def test_a_row_that_is_gone_from_a_whole_file_was_taken_back(sent: Sent) -> None:
    """Nothing of it stands, and nothing is judged of it; back again, it stands again."""
    standing, judged = sent.standing, sent.judged
    whole = sent.sheet("missing.csv")
    sent.again(
        "missing.csv", lambda sheet: [r for r in sheet if r["misper_id"] != "X7"]
    )
    assert sent.kinds("X7") == {}
    assert len(sent.judged) < len(judged)
    assert sent.beside == []
    sent.again("missing.csv", lambda _: whole)
    assert (sent.standing, sent.judged) == (standing, judged)


def test_what_is_judged_is_what_stands(sent: Sent) -> None:
    """After each of them the database, judged anew by itself, says the same."""
    changes: tuple[Change, ...] = (
        later("found_at", "X3", "2016-04-05T23:00"),
        lambda sheet: sheet[:9],
        lambda sheet: [*sheet, {**sheet[0], "misper_id": "X50"}],
    )
    for change in changes:
        sent.again("missing.csv", change)
        judged = sent.judged
        judge_stored(place=sent.site.server.place, organisation=sent.slug)
        assert sent.judged == judged


def test_receipts_are_of_what_was_sent(sent: Sent) -> None:
    """What stands beside a file had its receipt when it came."""
    sent.again("missing.csv", lambda sheet: sheet[:8])
    with psycopg.connect(sent.site.server.owner_dsn()) as connection:
        rows = connection.execute(
            "SELECT count(*) FROM storage_receivedfile WHERE file LIKE '%(earlier%'"
        ).fetchone()
    assert rows == (0,)

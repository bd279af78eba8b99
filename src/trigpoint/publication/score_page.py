"""The page of a score: confusion of duties, links, chronology, change."""

import json
from pathlib import Path
from typing import Any

from trigpoint.publication.page import environment
from trigpoint.publication.parts import Column, Table, prose
from trigpoint.publication.review_page import Frame
from trigpoint.publication.wording import count
from trigpoint.vocabulary.version import VERSION

#: Wrong duties on the page; score.json holds all.
_SHOWN = 200
_ORDER = (
    "met",
    "late",
    "missed",
    "excepted",
    "not_yet_due",
    "cannot_tell",
    "not judged",
)


def write(found: dict[str, Any], out: Path) -> None:
    """Write score.html and score.json into the folder."""
    out.mkdir(parents=True, exist_ok=True)
    text = json.dumps(found, indent=1, ensure_ascii=False)
    (out / "score.json").write_text(text + "\n", encoding="utf-8")
    page = (
        environment()
        .get_template("score.html")
        .render(
            report=Frame(
                marks=("Invented data: no real child, officer or place",),
                version=VERSION,
                as_known="the day of the run",
            ),
            found=found,
            wrong=found["duties"]["wrong"][:_SHOWN],
            lines=lines(found),
            tables=(
                confusion(
                    found["duties"]["confusion"],
                    "Duties whose outcome the files show: expected (rows), judged (columns)",
                ),
                confusion(
                    found["duties"]["truth"],
                    "All duties: what truly happened (rows), judged (columns)",
                    "In truth",
                ),
                _standards(found["duties"]["by_standard"]),
            ),
        )
    )
    (out / "score.html").write_text(page, encoding="utf-8")


def lines(found: dict[str, Any]) -> list[str]:
    """The scores in sentences, for the terminal and the page."""
    duties, links = found["duties"], found["links"]
    change, told = found["change"], found["chronology"]
    said = [
        f"Duties: {_share(duties['right'])} of {count(duties['knowable'])} whose outcome the "
        f"files show were judged right; {count(duties['met_missed_swaps'])} were met and "
        f"called missed, or the other way. Of {count(duties['not_knowable'])} more the files "
        "do not show the outcome."
        + (
            f" Of {count(untold)} where nobody can tell, {count(duties['cannot_tell_right'])} "
            "were left at cannot tell."
            if (untold := duties["cannot_tell_expected"])
            else ""
        )
        + f" Of the {count(len(duties['wrong']))} that are wrong, "
        f"{count(duties['wrong_of_merged_children'])} are of a child who was taken for one with "
        f"another (a false link) and {count(duties['wrong_of_split_children'])} of one whose "
        "records were not all joined (a missed link).",
        f"Links: precision {_share(links['precision'])}, recall {_share(links['recall'])}, "
        f"F1 {_share(links['f1'])}; of exploited children recall "
        f"{_share(links['exploited']['recall'])}. False links of twins, brothers and sisters: "
        f"{count(links['false_links_twins_siblings'])}, besides "
        f"{count(links['false_links_merged_by_police'])} whom police themselves merged.",
        f"Chronology: {_share(told['of_written_in_chronology'])} of "
        f"{count(told['written_by_an_agency'])} events that an agency wrote down, "
        f"{_share(told['of_all_in_chronology'])} of all that happened. Of "
        f"{count(told['pairs_in_true_order'] + told['pairs_in_wrong_order'])} pairs of one child's "
        f"events {_share(told['of_pairs_in_true_order'])} are in the true order.",
        _lists(found["lists"]),
    ]
    if change.get("changes"):
        said.append(
            f"Change: the regime is {change['regime']}; a review of its two parts says "
            f"{str(change['verdict']).replace('_', ' ')}, which is "
            f"{'right' if change['right'] else 'wrong'}."
        )
    return said


def _lists(found: dict[str, Any]) -> str:
    return (
        f"Exploitation: {_share(found['share_on_a_list'])} of "
        f"{count(found['exploited_children'])} children truly exploited are on an agency's "
        f"list, {count(found['on_a_list_and_seen'])} of {count(found['on_a_list'])} of them seen "
        f"by the run; {count(found['on_no_list_and_seen'])} more were screened, and "
        f"{count(found['unseen'])} nobody saw."
    )


def _share(value: float | None) -> str:
    return "not known" if value is None else f"{value:.1%}"


def confusion(
    cells: list[dict[str, Any]], caption: str, first: str = "Expected"
) -> Table:
    """A table of counts, the diagonal being what was right."""
    rows = [
        one for one in (*_ORDER, "not met") if any(c["expected"] == one for c in cells)
    ]
    columns = [one for one in _ORDER if any(c["judged"] == one for c in cells)]
    known = {(c["expected"], c["judged"]): c["duties"] for c in cells}
    return Table(
        caption=caption,
        columns=(
            Column(name=first),
            *(Column(name=one.replace("_", " "), number=True) for one in columns),
        ),
        rows=tuple(
            (
                prose(row.replace("_", " ")),
                *(prose(count(known.get((row, column), 0))) for column in columns),
            )
            for row in rows
        ),
    )


def _standards(found: dict[str, dict[str, int]]) -> Table:
    names = ("right", "wrong", "not knowable")
    return Table(
        caption="By standard",
        columns=(
            Column(name="Standard"),
            *(Column(name=one, number=True) for one in names),
        ),
        rows=tuple(
            (prose(slug), *(prose(count(said.get(one, 0))) for one in names))
            for slug, said in found.items()
        ),
    )

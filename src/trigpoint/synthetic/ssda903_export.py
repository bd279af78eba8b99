"""The return on looked-after children: CSV tables of the last year, XML of those before."""

import csv
import io
from pathlib import Path

from trigpoint.synthetic import care, wall
from trigpoint.synthetic.cin_export import years
from trigpoint.synthetic.council_register import CouncilChild
from trigpoint.synthetic.county import County
from trigpoint.synthetic.lives import CareSpell, Episode

_EPISODES = [
    "CHILD",
    "DECOM",
    "RNE",
    "LS",
    "CIN",
    "PLACE",
    "PLACE_PROVIDER",
    "DEC",
    "REC",
    "REASON_PLACE_CHANGE",
    "HOME_POST",
    "PL_POST",
    "URN",
]


def write(county: County, children: dict[int, CouncilChild], folder: Path) -> list[str]:
    """Write the years; gives the file names."""
    *before, last = years(county.lives)
    returns = _Returns(county, children)
    (folder / "ssda903").mkdir(exist_ok=True)
    names = returns.tables(folder / "ssda903", last[1], last[2])
    for _, first, reference in before:
        year = wall.iso_day(reference)[:4]
        names.append(f"ssda903_{year}.xml")
        lines = returns.xml(first, reference)
        (folder / names[-1]).write_text("\n".join(lines) + "\n", encoding="utf-8")
    return names


class _Returns:
    """What the council reports of the children in its care."""

    def __init__(self, county: County, children: dict[int, CouncilChild]) -> None:
        self._county, self._children = county, children
        self._postcode = county.people.postcode
        rng = county.streams.of("ssda903:recording")
        # Homes tell the council of most episodes, not of all.
        told = [one for one in county.lives.episodes if one.in_care]
        self._missing: dict[int, list[Episode]] = {}
        for one in told:
            if rng.random() < 0.86 or not one.known_to_police:
                self._missing.setdefault(one.child, []).append(one)

    def _spells(self, first: int, last: int) -> list[CareSpell]:
        found = [
            one
            for one in self._county.lives.care
            if one.begun <= last and (one.ended is None or one.ended >= first)
        ]
        return sorted(found, key=lambda one: self._children[one.child].number)

    def _away(
        self, child: int, first: int, last: int
    ) -> list[tuple[str, int, int | None]]:
        """(kind, start, end) of each episode of the year: days only."""
        found = []
        for one in self._missing.get(child, ()):
            start = one.reported // wall.DAY
            end = None if one.found is None else one.found // wall.DAY
            if first <= start <= last:
                kind = "A" if one.risk in ("ABSENT", "NO APPARENT RISK") else "M"
                found.append((kind, start, end if end is None or end <= last else None))
        return found

    def tables(self, folder: Path, first: int, last: int) -> list[str]:
        """Header, episodes and missing as CSV."""
        header, episodes, missing = [], [], []
        for one in self._spells(first, last):
            child = self._children[one.child]
            born = wall.british(child.born)
            sex = "1" if child.boy else "2"
            header.append(
                [child.number, sex, born, child.ethnicity, child.upn or "UN5"]
            )
            episodes.append([child.number, *self._episode(one, last).values()])
            for kind, start, end in self._away(one.child, first, last):
                ended = "" if end is None else wall.british(end)
                missing.append([child.number, born, kind, wall.british(start), ended])
        _table(folder / "header.csv", ["CHILD", "SEX", "DOB", "ETHNIC", "UPN"], header)
        _table(folder / "episodes.csv", _EPISODES, episodes)
        names = ["CHILD", "DOB", "MISSING", "MIS_START", "MIS_END"]
        _table(folder / "missing.csv", names, missing)
        return [f"ssda903/{name}.csv" for name in ("header", "episodes", "missing")]

    def _episode(self, one: CareSpell, last: int) -> dict[str, str]:
        ended = one.ended if one.ended is not None and one.ended <= last else None
        post = self._postcode[one.child]
        return {
            "DECOM": wall.british(one.begun),
            "RNE": "S",
            "LS": one.legal_status,
            "CIN": "N1",
            "PLACE": one.placement,
            "PLACE_PROVIDER": one.provider,
            "DEC": "" if ended is None else wall.british(ended),
            "REC": "" if ended is None else "E4A",
            "REASON_PLACE_CHANGE": "",
            "HOME_POST": post,
            "PL_POST": care.where(one)[1],
            # Invented: of the home, or of the council's own fostering service.
            "URN": f"SC9890{one.home + 1:02d}",
        }

    def xml(self, first: int, last: int) -> list[str]:
        """The same return as one XML file, with that format's own tags."""
        lines = ['<?xml version="1.0" encoding="utf-8"?>']
        lines += ["<!-- invented: Fellshire County Council does not exist -->"]
        lines.append("<EXPSSDA903>")
        for one in self._spells(first, last):
            child = self._children[one.child]
            lines += ["<CHILD>", "<HEADER>", f"<CHILDID>{child.number}</CHILDID>"]
            lines += [f"<UPN>{child.upn or 'UN5'}</UPN>"]
            lines += [f"<SEX>{1 if child.boy else 2}</SEX>"]
            lines += [f"<DOB>{wall.british(child.born)}</DOB>"]
            lines += [f"<ETHNIC>{child.ethnicity}</ETHNIC>"]
            for kind, start, end in self._away(one.child, first, last):
                lines += ["<AMISSING>", f"<MISSING>{kind}</MISSING>"]
                lines += [f"<MIS_START>{wall.british(start)}</MIS_START>"]
                if end is not None:
                    lines += [f"<MIS_END>{wall.british(end)}</MIS_END>"]
                lines += ["</AMISSING>"]
            lines += ["</HEADER>", "<EPISODE>"]
            for name, value in self._episode(one, last).items():
                tag = "PL" if name == "PLACE" else name
                lines += [f"<{tag}>{value}</{tag}>"] if value else []
            lines += ["</EPISODE>", "</CHILD>"]
        return [*lines, "</EXPSSDA903>"]


def _table(path: Path, names: list[str], rows: list[list[str]]) -> None:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(names)
    writer.writerows(rows)
    path.write_text(text.getvalue(), encoding="utf-8")

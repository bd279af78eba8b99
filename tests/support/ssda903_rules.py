"""The sector's rules on the return of looked-after children, written from their wording.

Rules of the SSDA903 collections 2016 to 2024 (Department for Education), of those that use
only fields which the invented council writes. Nothing of the program is used.
"""

import csv
import re
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from itertools import pairwise
from pathlib import Path

from lxml import etree

Row = dict[str, str]
_EPISODE = ("DECOM", "RNE", "LS", "CIN", "PLACE_PROVIDER", "DEC", "REC",
            "REASON_PLACE_CHANGE", "HOME_POST", "PL_POST", "URN")  # fmt: skip
_REASONS = set("SLPTUB")
_LEGAL = {"C1", "C2", "D1", "E1", "V2", "V3", "V4", "J1", "J2", "J3", "L1", "L2", "L3"}
_PLACES = {
    "A3", "A4", "A5", "A6", "H5", "K1", "K2", "P1", "P2", "P3", "R1", "R2", "R3", "R5", "S1",
    "T0", "T1", "T2", "T3", "T4", "U1", "U2", "U3", "U4", "U5", "U6", "Z1",
}  # fmt: skip
_CEASED = {"X1", "E11", "E12", "E2", "E3", "E4A", "E4B", "E13", "E41", "E45", "E46", "E47", "E48",
           "E5", "E6", "E7", "E8", "E9", "E14", "E15", "E16", "E17"}  # fmt: skip
_ETHNIC = {"WBRI", "WIRI", "WOTH", "WIRT", "WROM", "MWBC", "MWBA", "MWAS", "MOTH", "AIND", "APKN",
           "ABAN", "AOTH", "BCRB", "BAFR", "BOTH", "CHNE", "OOTH", "REFU", "NOBT"}  # fmt: skip
_FOSTER = {"U1", "U2", "U3", "U4", "U5", "U6"}
_POST = re.compile(r"[A-Z]{1,2}[0-9][A-Z0-9]? [0-9][A-Z]{2}")


@dataclass(frozen=True)
class Child:
    """A child's rows, and the year of the return."""

    header: Row
    episodes: list[Row]
    missing: list[Row]
    end: date

    @property
    def first(self) -> date:
        return date(self.end.year - (self.end.month < 4), 4, 1)


def day(row: Row, name: str) -> date | None:
    try:
        return datetime.strptime(row.get(name) or "", "%d/%m/%Y").date()  # noqa: DTZ007
    except ValueError:
        return None


def _code(name: str, known: set[str], *, may_be_empty: bool = False) -> "Rule":
    return lambda c: any(
        one[name] not in known and not (may_be_empty and not one[name])
        for one in c.episodes
    )


def _bad_day(rows: str, name: str, *, needed: bool) -> "Rule":
    def rule(c: Child) -> bool:
        return any(
            day(one, name) is None and (bool(one[name]) or needed)
            for one in getattr(c, rows)
        )

    return rule


def _in_order(c: Child) -> list[tuple[Row, Row]]:
    return list(pairwise(sorted(c.episodes, key=lambda e: day(e, "DECOM") or date.max)))


def _born(c: Child) -> date:
    return day(c.header, "DOB") or date.max


def _turns(born: date, years: int) -> date:
    month_and_day = (
        (3, 1) if (born.month, born.day) == (2, 29) else (born.month, born.day)
    )
    return date(born.year + years, *month_and_day)


def _over(c: Child, rec: set[str], years: int, *, before: bool) -> bool:
    """Ceased for that reason, before or after so many years of age."""
    for one in c.episodes:
        ended = day(one, "DEC")
        if one["REC"] in rec and ended and (ended < _turns(_born(c), years)) == before:
            return True
    return False


def _longer(c: Child, legal: set[str], days: int) -> bool:
    return any(
        one["LS"] in legal
        and ((day(one, "DEC") or c.end) - (day(one, "DECOM") or c.end)).days > days
        for one in c.episodes
    )


def _within(c: Child, at: date) -> bool:
    """Whether the child was looked after on that day."""
    return any(
        (day(one, "DECOM") or date.max) <= at <= (day(one, "DEC") or date.max)
        for one in c.episodes
    )


def _away(c: Child) -> list[tuple[date, date]]:
    return sorted(
        (day(one, "MIS_START") or date.min, day(one, "MIS_END") or date.max)
        for one in c.missing
    )


def _provider(code: str, places: set[str]) -> "Rule":
    return lambda c: any(
        one["PLACE_PROVIDER"] == code and one["PLACE"] in places for one in c.episodes
    )


def _left(c: Child) -> bool:
    return all(day(one, "DEC") for one in c.episodes)


Rule = Callable[[Child], bool]
RULES: dict[str, Rule] = {
    "1004": _bad_day("missing", "MIS_START", needed=True),
    "1005": _bad_day("missing", "MIS_END", needed=False),
    "1006": lambda c: any(one["MISSING"] not in ("M", "A") for one in c.missing),
    "1009": _code("REASON_PLACE_CHANGE", {"CARPL", "CLOSE", "ALLEG", "STAND", "APPRR", "CREQB",
                  "CREQO", "CHILD", "LAREQ", "PLACE", "CUSTOD", "OTHER"}, may_be_empty=True),
    "101": lambda c: c.header["SEX"] not in ("1", "2"),
    "102": lambda c: day(c.header, "DOB") is None,
    "103": lambda c: c.header["ETHNIC"] not in _ETHNIC,
    "141": _bad_day("episodes", "DECOM", needed=True),
    "142": lambda c: any(not one["DEC"] for one, _ in _in_order(c)),
    "143": _code("RNE", _REASONS),
    "144": _code("LS", _LEGAL),
    "145": _code("CIN", {f"N{n}" for n in range(1, 9)}),
    "146": _code("PLACE", _PLACES),
    "147": _bad_day("episodes", "DEC", needed=False),
    "148": lambda c: any(bool(one["DEC"]) != bool(one["REC"]) for one in c.episodes),
    "149": _code("REC", _CEASED, may_be_empty=True),
    "168": lambda c: not re.fullmatch(r"[A-Z]\d{11}[\dA-Z]|UN[1-5]", c.header["UPN"]),
    "178": _code("PLACE_PROVIDER", {f"PR{n}" for n in range(6)}, may_be_empty=True),
    "209": lambda c: c.header["UPN"] == "UN1" and _turns(_born(c), 5) < date(c.first.year, 9, 1),
    "218": lambda c: any(
        not one["URN"] and one["PLACE"] not in ("H5", "P1", "P2", "P3", "R1", "R2", "R5", "T0",
                                                "T1", "T2", "T3", "T4", "Z1")
        for one in c.episodes
    ),
    "222": lambda c: any(
        one["URN"] and one["PLACE"] in ("H5", "P1", "P2", "P3", "R1", "R2", "R5", "Z1")
        for one in c.episodes
    ),
    "225": lambda c: any(
        bool(one["REC"] == "X1" and two["RNE"] in "PBTU") and not one["REASON_PLACE_CHANGE"]
        for one, two in _in_order(c)
    ),
    "301": lambda c: _born(c) > c.end,
    "302": lambda c: min((day(one, "DECOM") or date.max for one in c.episodes), default=date.max)
    < _born(c),
    "351": lambda c: _turns(_born(c), 26) <= c.first,
    "352": lambda c: any(
        one["RNE"] == "S" and (day(one, "DECOM") or date.min) >= _turns(_born(c), 18)
        for one in c.episodes
    ),
    "353": lambda c: any(
        (day(one, "DECOM") or date.max) < date(1991, 10, 14) for one in c.episodes
    ),
    "354": lambda c: any((day(one, "DECOM") or date.max) > c.end for one in c.episodes),
    "355": lambda c: any(day(one, "DECOM") == day(one, "DEC") for one in c.episodes),
    "356": lambda c: any(
        (day(one, "DEC") or date.max) < (day(one, "DECOM") or date.min) for one in c.episodes
    ),
    "358": lambda c: any(
        one["LS"] in ("J1", "J2", "J3")
        and (day(one, "DECOM") or date.max) < _turns(_born(c), 10)
        for one in c.episodes
    ),
    "359": lambda c: any(
        (day(one, "DEC") or c.end) >= _turns(_born(c), 18)
        and (one["LS"], one["PLACE"]) != ("V2", "K2")
        for one in c.episodes
    ),
    "361": lambda c: _longer(c, {"L2"}, 3),
    "362": lambda c: _longer(c, {"L1"}, 21),
    "363": lambda c: _longer(c, {"L3"}, 7),
    "365": lambda c: _longer(c, {"V3"}, 17),
    "380": lambda c: any(one["RNE"] == "S" and one["PLACE"][:1] == "T" for one in c.episodes),
    "381": lambda c: any(
        one["REC"] not in ("", "X1") and one["PLACE"][:1] == "T" for one in c.episodes
    ),
    "385": lambda c: any((day(one, "DEC") or date.min) > c.end for one in c.episodes),
    "386": lambda c: _over(c, {"E11", "E12"}, 18, before=False),
    "387": lambda c: _over(c, {"E5", "E6"}, 14, before=True),
    "388": lambda c: any(
        one["REC"] == "X1" and two["DECOM"] != one["DEC"] for one, two in _in_order(c)
    ),
    "389": lambda c: _over(c, {"E7"}, 16, before=True),
    "392b": lambda c: any(
        one["LS"] not in ("V3", "V4") and not (one["HOME_POST"] and one["PL_POST"])
        for one in c.episodes
    ),
    "392c": lambda c: any(
        one[name] and not _POST.fullmatch(one[name])
        for one in c.episodes
        for name in ("HOME_POST", "PL_POST")
    ),
    "392d": lambda c: any(
        one["HOME_POST"] == one["PL_POST"] and one["PLACE"] != "P1" for one in c.episodes
    ),
    "407": lambda c: _over(c, {"E45", "E46", "E47", "E48"}, 18, before=False),
    "431": lambda c: any(
        two["RNE"] == "S" and two["DECOM"] == one["DEC"] for one, two in _in_order(c)
    ),
    "432": lambda c: any(
        one["REC"] not in ("", "X1") and two["RNE"] != "S" for one, two in _in_order(c)
    ),
    "437": lambda c: any(one["REC"] in ("E2", "E15") for one, _ in _in_order(c)),
    "442": lambda c: not c.header["UPN"],
    "445": lambda c: any(
        one["LS"] == "D1" and (day(one, "DECOM") or date.min) > date(2005, 12, 31)
        for one in c.episodes
    ),
    "446": lambda c: any(
        one["LS"] == "E1" and (day(one, "DECOM") or date.max) < date(2005, 12, 1)
        for one in c.episodes
    ),
    "460": lambda c: _over(c, {"E17"}, 18, before=True),
    "501": lambda c: any(
        (day(two, "DECOM") or date.max) < (day(one, "DEC") or date.min) for one, two in _in_order(c)
    ),
    "526": lambda c: any(
        not one["PLACE_PROVIDER"] and one["PLACE"] not in ("T0", "T1", "T2", "T3", "T4", "Z1")
        for one in c.episodes
    ),
    "527": _provider("PR1", {"P1", "R2", "R5"}),
    "528": _provider("PR2", {"P1", "R2", "R5"}),
    "529": _provider("PR3", {"P1", "A3", "A4", "A5", "A6", "K1", "K2", *_FOSTER}),
    "530": _provider("PR4", {"P1"}),
    "531": _provider("PR5", {"P1"}),
    "550": _provider("PR0", _PLACES - {"P1"}),
    "564": lambda c: any(one["MISSING"] and not one["MIS_START"] for one in c.missing),
    "565": lambda c: any(one["MIS_START"] and not one["MISSING"] for one in c.missing),
    "566": lambda c: any(one["MIS_END"] and not one["MISSING"] for one in c.missing),
    "567": lambda c: any(over < start for start, over in _away(c)),
    "570": lambda c: any(start > c.end for start, _ in _away(c)),
    "571": lambda c: any(over != date.max and not c.first <= over <= c.end for _, over in _away(c)),
    "574": lambda c: any(two[0] < one[1] for one, two in pairwise(_away(c))),
    "575": lambda c: any(
        over != date.max and not _within(c, over) for start, over in _away(c) if _within(c, start)
    ),
    "577": lambda c: _left(c) and any(over == date.max for _, over in _away(c)),
    "578": lambda c: bool(c.missing) and _left(c) and any(
        start > max(day(one, "DEC") or date.max for one in c.episodes) for start, _ in _away(c)
    ),
    "581": lambda c: any(
        start < min(day(one, "DECOM") or date.max for one in c.episodes) for start, _ in _away(c)
    ),
    "586": lambda c: any(start < _born(c) for start, _ in _away(c)),
    "INT13": lambda c: any(one["DOB"] != c.header["DOB"] for one in c.missing),
}  # fmt: skip


def children(folder: Path, end: date) -> list[Child]:
    """The children of a return kept as CSV tables."""
    header, episodes, missing = (
        list(csv.DictReader((folder / f"{name}.csv").read_text("utf-8").splitlines()))
        for name in ("header", "episodes", "missing")
    )
    return [
        Child(
            header=one,
            episodes=[row for row in episodes if row["CHILD"] == one["CHILD"]],
            missing=[row for row in missing if row["CHILD"] == one["CHILD"]],
            end=end,
        )
        for one in header
    ]


def children_of_xml(path: Path, end: date) -> list[Child]:
    """The children of a return kept as one XML file, in the columns of the tables."""
    found = []
    for one in etree.parse(path).iterfind("CHILD"):
        head = _cells(one.find("HEADER"), ("SEX", "DOB", "ETHNIC", "UPN"))
        head["CHILD"] = one.findtext("HEADER/CHILDID") or ""
        episodes = [
            _cells(row, _EPISODE) | {"PLACE": row.findtext("PL") or ""}
            for row in one.iterfind("EPISODE")
        ]
        missing = [
            _cells(row, ("MISSING", "MIS_START", "MIS_END")) | {"DOB": head["DOB"]}
            for row in one.iterfind("HEADER/AMISSING")
        ]
        found.append(Child(header=head, episodes=episodes, missing=missing, end=end))
    return found


def _cells(row: etree._Element, names: Iterable[str]) -> Row:
    return {name: row.findtext(name) or "" for name in names}


def asked_about(found: list[Child]) -> dict[str, list[str]]:
    """Rule -> the children that it asks about."""
    asked: dict[str, list[str]] = {}
    for child in found:
        for name, rule in RULES.items():
            if rule(child):
                asked.setdefault(name, []).append(child.header["CHILD"])
    counted = Counter(child.header["CHILD"] for child in found)
    if twice := [one for one, times in counted.items() if times > 1]:
        asked["INT32"] = twice
    return asked

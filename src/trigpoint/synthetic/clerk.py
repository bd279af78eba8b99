"""The police clerk: writes rows late, leaves cells empty, and numbers things in order."""

import csv
import io
from collections import defaultdict
from pathlib import Path

from trigpoint.synthetic import places, wall
from trigpoint.synthetic.county import County, wait

_ALWAYS = ("recorded_at", "recorded_by", "district", "source_system")

#: Nothing of these days waits for the next extract.
_LAST_DAYS = 3


class Clerk:
    """Keeps the rows of every police file until they are written."""

    def __init__(self, county: County) -> None:
        """Use one stream for all slips of the pen."""
        self._county = county
        self._rng = county.streams.of("police:recording")
        self._slips = county.streams.of("police:slips")
        self._recording = county.knobs.county["recording"]
        self._rows: dict[str, list[dict[str, str]]] = defaultdict(list)
        self._serials: dict[str, int] = defaultdict(int)

    def number(self, prefix: str, time: int, width: int = 5) -> str:
        """The next number of the year, with gaps: `MP16-00817`."""
        year = wall.iso_day(time // wall.DAY)[2:4]
        key = f"{prefix}{year}"
        self._serials[key] += 1 + int(self._rng.integers(0, 3))
        return f"{key}-{self._serials[key]:0{width}d}"

    def coded(self, value: str) -> str:
        """A coded cell as written: now and then empty or unknown."""
        draw = self._rng.random()
        if draw < self._recording["empty_cell"]:
            return ""
        if draw < self._recording["empty_cell"] + self._recording["unknown_cell"]:
            return "UNKNOWN"
        return value

    def time(self, at: int | None, *, vague: bool = False) -> str:
        """A time as written: now and then only its day; `vague`: always.

        Of some, a form that asked for an hour made midnight.
        """
        written = wall.iso(at)
        if vague:
            return written[:10]
        # Drawn for a time that is not there too, so that it moves no other draw.
        draw, only = self._rng.random(), self._recording["day_only"]
        if draw >= only or not written:
            return written
        midnight = draw < only * self._recording["midnight_for_no_hour"]
        return f"{written[:10]}T00:00" if midnight else written[:10]

    def slipped(self, at: int | None) -> int | None:
        """The end of something: now and then four weeks before it, a leaf too far back."""
        slips = self._slips.random() < self._recording["found_before_reported"]
        return at - 28 * wall.DAY if slips and at is not None else at

    def write(
        self,
        file: str,
        at: int,
        by: str,
        district: int,
        cells: dict[str, str],
        *,
        sure: bool = False,
        again: bool = False,
    ) -> bool:
        """Enter a row, unless it would be entered after the period.

        What happened in the last days is entered by the end of it, and so is what
        other rows lean on (`sure`). `again`: somebody went back to it weeks later.
        """
        end = self._county.lives.end * wall.DAY
        delay = self._delay()
        if again:
            delay = wait(self._rng, 24 * wall.DAY, 0.4)
        entered = self._county.by(at + delay)
        if entered is None:
            if at < end - _LAST_DAYS * wall.DAY and not (sure or again):
                return False
            entered = end - 1
        place = places.DISTRICTS[district].code if district >= 0 else ""
        if self._rng.random() < self._recording["empty_cell"]:
            place = ""
        always = (wall.iso(entered), by, place, places.POLICE_SYSTEM)
        self._rows[file].append({**cells, **dict(zip(_ALWAYS, always, strict=True))})
        return True

    def _delay(self) -> float:
        if self._rng.random() < self._recording["late_entry"]:
            return wait(self._rng, 2.5 * wall.DAY, 0.9)
        return 2 + wait(self._rng, 18, 0.9)

    @property
    def rows(self) -> dict[str, list[dict[str, str]]]:
        """Every row entered so far, by file."""
        return dict(self._rows)

    def save(self, folder: Path, headers: dict[str, tuple[str, ...]]) -> None:
        """Write every file, those without rows too."""
        for name, header in headers.items():
            text = io.StringIO()
            writer = csv.DictWriter(text, (*header, *_ALWAYS), lineterminator="\r\n")
            writer.writeheader()
            writer.writerows(self._rows[name])
            # The system exports with a byte order mark, as many do.
            target = folder / f"{name}.csv"
            target.write_bytes(text.getvalue().encode("utf-8-sig"))

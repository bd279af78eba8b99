"""The files of an organisation as they were received, and as a new import would leave them.

Of files that come again under one name what they say no more stays beside them
(records/superseded.py), so that nothing once received is lost.
"""

import io
import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from trigpoint.records import superseded


def files_of(path: Path) -> list[tuple[Path, Path]]:
    """Each file, and its place in what is kept."""
    if path.is_file():
        return [(path, Path(path.name))]
    return [(p, p.relative_to(path)) for p in path.rglob("*") if p.is_file()]


def lay(kept: Path, paths: tuple[Path, ...], together: Path) -> None:
    """The files as they will lie once kept, in a folder of its own, to be read."""
    for file, inside in files_of(kept):
        _linked(file, together / inside)
    for path in paths:
        for file, inside in files_of(path):
            goal = together / inside
            for obsolete in superseded.there(goal):
                obsolete.unlink()
            for place, content in _beside(file, kept / inside):
                laid = goal.with_name(place.name)
                laid.parent.mkdir(parents=True, exist_ok=True)
                laid.write_bytes(content)
            _linked(file, goal)


def keep(kept: Path, paths: tuple[Path, ...], withdrawn: superseded.Rows) -> None:
    """Keep the files; a name is taken only once its bytes are safe.

    `withdrawn`: rows beside them that were taken back, and are not kept for ever.
    """
    for path in paths:
        for file, inside in files_of(path):
            goal = kept / inside
            rows = [
                superseded.without(content, withdrawn.get(_said(place, kept), set()))
                for place, content in _beside(file, goal)
            ]
            left = filter(None, rows)
            made = list(zip(superseded.beside(goal), left, strict=False))
            # What is said no more is safe before the file that says it is gone.
            for place, content in made:
                _safe(io.BytesIO(content), place)
            obsolete = superseded.there(goal)[len(made) :]
            with file.open("rb") as source:
                _safe(source, goal)
            for one in obsolete:
                one.unlink()


def _said(place: Path, kept: Path) -> str:
    """How receipts and rows name a file."""
    return place.relative_to(kept).as_posix()


def _beside(file: Path, goal: Path) -> Iterator[tuple[Path, bytes]]:
    """What is to stand beside a file that takes the place of another, and where."""
    if not goal.exists():
        return
    new = file.read_bytes()
    old = [one.read_bytes() for one in (*superseded.there(goal), goal)]
    if old == [new]:
        return
    rows = superseded.left_over(new, old, suffix=goal.suffix)
    yield from zip(superseded.beside(goal), rows, strict=False)


def _linked(file: Path, goal: Path) -> None:
    goal.parent.mkdir(parents=True, exist_ok=True)
    goal.unlink(missing_ok=True)
    goal.symlink_to(file.resolve())


def _safe(source: BinaryIO, goal: Path) -> None:
    """The bytes under the name, which is taken only once they are on the disk."""
    goal.parent.mkdir(parents=True, exist_ok=True)
    draft = goal.with_name(f".{goal.name}.part")
    with draft.open("wb") as target:
        shutil.copyfileobj(source, target)
        target.flush()
        os.fsync(target.fileno())
    draft.rename(goal)

"""Words that a query says as numbers: what is missing, kinds and outcomes."""

from trigpoint.judgements.outcome import Outcome
from trigpoint.vocabulary.event_kinds import EventKind

#: Room for a word's number beside a sequence number in one whole number.
WIDTH = 65536

#: A kind's number in the engine's own table.
KIND_NUMBERS: dict[EventKind, int] = {kind: n for n, kind in enumerate(EventKind)}

OUTCOMES: tuple[Outcome, ...] = tuple(Outcome)
OUTCOME_NUMBERS: dict[Outcome, int] = {outcome: n for n, outcome in enumerate(OUTCOMES)}

FAULTS = ("", "procedural", "risk")


class Codes:
    """Words given a number each, in the order in which they are first said.

    The same word may have several numbers: where two things are missing the lower
    number is shown, and it belongs to what the standard names first.
    """

    def __init__(self) -> None:
        """Number 0 is no word."""
        self.words: list[str] = [""]

    def number(self, word: str) -> int:
        """A number of its own for this word; refuses more than `WIDTH` of them."""
        if len(self.words) >= WIDTH:
            msg = f"More than {WIDTH} gaps in one plan: judge fewer standards at once."
            raise ValueError(msg)
        self.words.append(word)
        return len(self.words) - 1


def kind_list(kinds: tuple[EventKind, ...]) -> str:
    """The kinds' numbers, for an IN list."""
    return ", ".join(str(KIND_NUMBERS[kind]) for kind in kinds)


def text(value: str) -> str:
    """A text literal."""
    return "'" + value.replace("'", "''") + "'"

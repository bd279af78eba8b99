"""What is missing where it cannot be told, in words: each `missing` code explained."""

from collections.abc import Iterator

from trigpoint.chronology.coverage import Coverage
from trigpoint.judgements.sql.needs import columns, parts
from trigpoint.standards.language import Act, Each, Holds, Pattern
from trigpoint.standards.standard import Standard
from trigpoint.timekeeping.bank_holidays import BANK_HOLIDAYS, ENGLAND_AND_WALES
from trigpoint.timekeeping.london import moment
from trigpoint.vocabulary.agencies import Agency
from trigpoint.vocabulary.event_kinds import EventKind
from trigpoint.vocabulary.nouns import FACT_NOUNS, NOUNS

_KNOWN = BANK_HOLIDAYS[ENGLAND_AND_WALES]

_PLAIN = {
    "": "",
    "calendar": "the working days of that time: bank holidays are known from "
    f"{_KNOWN[0].year} to {_KNOWN[-1].year} only",
    "order": "which came first: the act and what would excuse the duty are too close, "
    "or known only to the day",
    "time": "the exact time: what is known of it lies on both sides of the due time",
    "act": "whether what is on record came after the event that called for it",
}


def missing_words(code: str, standard: Standard, coverage: Coverage) -> str:
    """What a `missing` code says, for people; refuses a code it does not know."""
    if code in _PLAIN:
        return _PLAIN[code]
    name, _, value = code.partition(":")
    told = _TOLD.get(name)
    if told is None:
        msg = f"{code!r} is not a code of what is missing: see judgements/judgement.py."
        raise ValueError(msg)
    return told(value, standard, coverage)


def _limit(name: str, _: Standard, __: Coverage) -> str:
    return f"the {FACT_NOUNS.get(name, name)} on which the time limit depends"


def _record(agency: str, _: Standard, __: Coverage) -> str:
    label = Agency(agency).label
    named = label[0].lower() + label[1:]
    return f"no {named} record found"


def _due(kind: str, _: Standard, __: Coverage) -> str:
    return f"no {NOUNS[EventKind(kind)]} on record, by which the duty fell due"


def _not_received(name: str, _: Standard, coverage: Coverage) -> str:
    kind = EventKind(name)
    column = coverage.columns.get(kind)
    if column:
        return f"column {column} was not received"
    return f"no file that would hold the {NOUNS[kind]} was received"


def _ends(name: str, standard: Standard, coverage: Coverage) -> str:
    reach = coverage.reach.get(EventKind(name))
    if reach is None:
        return _not_received(name, standard, coverage)
    day = moment(reach)
    return f"source ends on {day.day} {day:%B %Y}, before the duty fell due"


def _note(words: str, _: Standard, __: Coverage) -> str:
    return words


def _fact(name: str, standard: Standard, _: Coverage) -> str:
    """The fact, and the kind of event of which the standard asks it."""
    noun = FACT_NOUNS.get(name, name)
    kind = next(_asked_of(name, standard), None)
    return f"the {noun} of the {NOUNS[kind]}" if kind else f"the {noun}"


_TOLD = {
    "fact": _fact,
    "limit": _limit,
    "record": _record,
    "due": _due,
    "kind": _not_received,
    "reach": _ends,
    "note": _note,
}


def _asked_of(name: str, standard: Standard) -> Iterator[EventKind]:
    """The kinds of event of which the standard asks this fact, the trigger's first."""
    trigger = standard.applies_to.each[0].kinds[0]
    expects = standard.expects
    own = (
        (expects.condition, expects.person_reads)
        if isinstance(expects, Holds)
        else getattr(expects, "requires", None)
    )
    asked = [own, *(getattr(e, "condition", None) for e in standard.excepting)]
    if any(name in columns(condition) for condition in asked):
        yield trigger
    meaning = (standard.applies_to, expects, standard.excepting)
    for part in parts(meaning):
        if isinstance(part, Act | Each | Pattern) and name in columns(part):
            yield part.kinds[0]

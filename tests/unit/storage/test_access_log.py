"""A chain that was touched is found, and the first bad entry named."""

import dataclasses
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from trigpoint.storage.access_log import Kept, hash_of, verify

ORGANISATION = UUID(int=7)


def chain(length: int) -> list[Kept]:
    """So many entries, each chained to the one before."""
    entries: list[Kept] = []
    last = b""
    for number in range(1, length + 1):
        bare = Kept(
            organisation=ORGANISATION, sequence=number, at=number * 1000,
            actor=UUID(int=number % 3) if number % 3 else None, role="hub-detective",
            action="look", child=f"C{number % 5}", about="", reason="",
            previous=last, hash=b"",
        )  # fmt: skip
        entry = dataclasses.replace(bare, hash=hash_of(bare))
        entries.append(entry)
        last = entry.hash
    return entries


def test_an_untouched_chain_is_intact() -> None:
    """Every entry is counted."""
    found = verify("force", chain(50), head=None)
    assert (found.first_bad, found.entries, found.said) == (None, 50, "intact")


def test_an_empty_chain_is_not_called_intact() -> None:
    """Nothing proves nothing."""
    assert "empty" in verify("force", [], head=None).said


@given(
    at=st.integers(0, 39),
    field=st.sampled_from(
        [
            "at",
            "actor",
            "role",
            "action",
            "child",
            "about",
            "reason",
            "previous",
            "hash",
        ]
    ),
)
def test_any_field_altered_is_found_at_its_entry(at: int, field: str) -> None:
    """Whatever is changed of an entry, that entry is named."""
    entries = chain(40)
    old = entries[at]
    new = {
        "at": old.at + 1, "actor": UUID(int=99), "previous": b"x", "hash": b"y" * 32,
    }.get(field, f"{getattr(old, field)}x" if field not in ("at", "actor") else None)  # fmt: skip
    entries[at] = dataclasses.replace(old, **{field: new})
    assert verify("force", entries, head=None).first_bad == at + 1


@given(at=st.integers(0, 38))
def test_a_missing_or_moved_entry_is_found(at: int) -> None:
    """Taken out, doubled or exchanged with the next: the place is named."""
    entries = chain(40)
    assert verify("f", entries[:at] + entries[at + 1 :], head=None).first_bad == at + 1
    swapped = [*entries]
    swapped[at], swapped[at + 1] = swapped[at + 1], swapped[at]
    assert verify("f", swapped, head=None).first_bad == at + 1
    doubled = [*entries[: at + 1], entries[at], *entries[at + 1 :]]
    assert verify("f", doubled, head=None).first_bad == at + 2


@given(cut=st.integers(1, 39))
def test_a_cut_tail_is_found_by_a_head_held_elsewhere(cut: int) -> None:
    """The chain alone does not show it; somebody else's head does."""
    entries = chain(40)
    head = (40, entries[-1].hash)
    assert verify("f", entries[:-cut], head=None).first_bad is None
    found = verify("f", entries[:-cut], head=head)
    assert found.first_bad == 40
    assert "shorter" in found.said


def test_a_chain_made_anew_is_found_by_a_head_held_elsewhere() -> None:
    """A forger who re-hashes everything still cannot meet the head."""
    head = (40, chain(40)[-1].hash)
    forged = [dataclasses.replace(e, child="C9") for e in chain(40)]
    last, anew = b"", []
    for entry in forged:
        bare = dataclasses.replace(entry, previous=last)
        anew.append(dataclasses.replace(bare, hash=hash_of(bare)))
        last = anew[-1].hash
    assert verify("f", anew, head=None).first_bad is None
    assert "differs" in verify("f", anew, head=head).said

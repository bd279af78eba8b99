"""The check letter of unique pupil numbers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trigpoint.records.upn import check_letter, fault, is_valid


def test_the_letter_of_a_worked_example() -> None:
    """909200312345: 9x2 + 0x3 + 9x4 + 2x5 + ... + 5x13 = 263 = 10 (mod 23), an L."""
    assert is_valid("L909200312345")
    assert "check letter" in fault("K909200312345")


@given(st.text("0123456789", min_size=12, max_size=12), st.integers(0, 11))
def test_one_changed_digit_is_always_noticed(digits: str, place: int) -> None:
    """23 is prime and no position counts a multiple of it: a slip cannot pass."""
    number = check_letter("?" + digits) + digits
    changed = str((int(digits[place]) + 1) % 10)
    assert is_valid(number)
    assert not is_valid(number[: place + 1] + changed + number[place + 2 :])


@pytest.mark.parametrize("letter", "ABZ")
def test_a_temporary_number_cannot_be_checked(letter: str) -> None:
    """It ends in a letter, and any check letter passes."""
    assert is_valid(f"X90920031234{letter}")


@pytest.mark.parametrize(
    ("number", "why"),
    [
        ("A12345", "6 characters"),
        ("A1234567890B3", "other characters"),
        ("A12345678901I", "ends in neither"),
        ("I12345678901A", "begins with no"),
        ("", "0 characters"),
    ],
)
def test_a_fault_is_said_in_words(number: str, why: str) -> None:
    """Rules 1510, 1540 and 1550 have each their words."""
    assert why in fault(number)

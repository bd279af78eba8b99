"""Unique pupil numbers: a letter that checks twelve characters.

Source: the Department for Education's guide to unique pupil numbers; the letter is the
sum of digit x position (2 to 13) modulo 23.
"""

import re

_LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ"
#: Reasons for having none (UN1 to UN7), which SSDA903 writes in the number's own place.
REASON = re.compile(r"UN[1-9]", re.IGNORECASE)


def fault(upn: str) -> str:
    """What is wrong with a number in words; "" where nothing is, or nothing can be told.

    A temporary number ends in a letter: its check letter cannot be computed.
    """
    number = upn.strip().upper()
    if len(number) != 13:
        return f"has {len(number)} characters where a UPN has 13"
    if not (number[1:12].isascii() and number[1:12].isdigit()):
        return "has other characters than digits from the second to the twelfth"
    if number[12] in _LETTERS:
        return "" if number[0] in _LETTERS else "begins with no check letter"
    if not (number[12].isascii() and number[12].isdigit()):
        return "ends in neither a digit nor a letter of temporary numbers"
    return "" if number[0] == check_letter(number) else "has the wrong check letter"


def check_letter(number: str) -> str:
    """The letter that the twelve characters after it ask for."""
    total = sum(int(digit) * place for place, digit in enumerate(number[1:], start=2))
    return _LETTERS[total % 23]


def is_valid(upn: str) -> bool:
    """Whether nothing is known to be wrong with a number."""
    return not fault(upn)

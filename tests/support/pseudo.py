"""A language made by machine: every text of ours with an accent on each letter, and longer.

What a page in it shows without accents is either somebody's data or a text that no
translator was given.
"""

import calendar
import re
import string
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from babel.messages.catalog import Catalog

from trigpoint.web.catalogues import compile_to
from trigpoint.web.msgids import collected

CODE = "qps"
_ACCENTED = "áƀćďéƒǧĥíĵķľḿńóṕɋŕśťúṽŵẋýž" + "ÁƁĆĎÉƑǦĤÍĴĶĽḾŃÓṔɊŔŚŤÚṼŴẊÝŽ"
_LETTERS = str.maketrans(string.ascii_letters, _ACCENTED)
_VALUE = re.compile(r"(%\(\w+\)s|%%)")


def in_pseudo(text: str) -> str:
    """The text with an accent on every letter, a third longer, its values as they are."""
    parts = _VALUE.split(text)
    told = "".join(
        part if _VALUE.fullmatch(part) else part.translate(_LETTERS) for part in parts
    )
    letters = sum(one.isalpha() for one in told)
    # In pieces, as words are: a run without an end would break any page.
    longer = letters // 3 if letters > 3 else 0
    return told + " ".join("~" * min(6, longer - at) for at in range(0, longer, 6))


def write_pseudo(folder: Path, *, without: Iterable[str] = ()) -> None:
    """The catalogue of every text of ours and of the months, but for those `without`."""
    made = Catalog(charset="utf-8", fuzzy=False)
    for one in collected():
        if one.text in without:
            continue
        if one.plural:
            told = (in_pseudo(one.text), in_pseudo(one.plural))
            made.add((one.text, one.plural), told)
        else:
            made.add(one.text, in_pseudo(one.text))
    # The framework's own catalogues have the months of every real language.
    for name, short in zip(calendar.month_name, calendar.month_abbr, strict=True):
        for month in filter(None, (name, short.lower())):
            made.add(month, month.translate(_LETTERS))
    compile_to(folder / CODE / "LC_MESSAGES" / "django.mo", made)


@contextmanager
def speaking(languages: list[tuple[str, str]], folder: Path) -> Iterator[None]:
    """The site of this process has these languages, with the catalogues in the folder."""
    from django.test import override_settings
    from django.utils import translation

    told = {"USE_I18N": True, "LANGUAGES": languages, "LOCALE_PATHS": [folder]}
    # Which of the framework's two ways of translating is taken, it decides only once.
    chosen = vars(translation._trans)
    with override_settings(**told):
        chosen.clear()
        yield
    chosen.clear()

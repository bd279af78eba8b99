"""A language's catalogue: made or renewed for its translator, checked, and compiled.

`python3 dev.py translate cy`. It needs Babel, which only the development environment has.
"""

import sys
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.utils.translation import to_locale

from trigpoint.web.msgids import WEB, collected

FOLDER = WEB / "locale"


def template(locale: str | None = None) -> Catalog:
    """Every text, not translated."""
    made = Catalog(
        locale=locale, project="Trigpoint", charset="utf-8", fuzzy=False,
        header_comment="# Words of Trigpoint's pages.",
    )  # fmt: skip
    for one in collected():
        made.add(
            (one.text, one.plural) if one.plural else one.text,
            ("",) * made.num_plurals if one.plural else "",
            locations=[(one.where, 0)],
            flags=["python-format"] if "%(" in one.text else [],
        )
    return made


def renew(code: str, folder: Path = FOLDER) -> tuple[Path, Catalog]:
    """The language's .po with every text of today; what was translated is kept."""
    locale = to_locale(code)
    path = folder / locale / "LC_MESSAGES" / "django.po"
    if path.exists():
        with path.open("rb") as handle:
            kept = read_po(handle, locale=locale)
        kept.update(template(), no_fuzzy_matching=True)
    else:
        kept = template(locale)
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as handle:
        write_po(handle, kept, width=88, include_lineno=False, ignore_obsolete=True)
    return path, kept


def wrong_in(catalogue: Catalog) -> list[str]:
    """Translations whose values are not those of the text: they would not be shown."""
    return [
        f"{message.id!r}: {problem}"
        for message, problems in catalogue.check()
        for problem in problems
    ]


def compile_to(path: Path, catalogue: Catalog) -> None:
    """Write what the site reads."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as handle:
        write_mo(handle, catalogue)


def main(code: str, folder: Path = FOLDER) -> int:
    """Renew, check and compile one language; says how much is translated."""
    path, catalogue = renew(code, folder)
    wrong = wrong_in(catalogue)
    for one in wrong:
        print(f"{path}: {one}")
    if wrong:
        return 1
    compile_to(path.with_suffix(".mo"), catalogue)
    texts = [one for one in catalogue if one.id]
    done = sum(all(_translations(one.string)) for one in texts)
    print(f"{path}: {done} of {len(texts)} texts translated; compiled.")
    return 0


def _translations(string: object) -> tuple[str, ...]:
    return tuple(string) if isinstance(string, tuple | list) else (str(string or ""),)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))

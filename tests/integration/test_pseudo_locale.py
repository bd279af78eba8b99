"""Every text of the site can be translated: shown in a language made by machine, nothing
but data is left without its accents.

Every page is asked for by every role. What `DATA` holds is somebody's and is nobody's to
translate; a standard's own prose is English and says so (`lang`).
"""

import re
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from functools import cache
from pathlib import Path
from typing import Any

import lxml.html
import pytest

from tests.support.pseudo import CODE, speaking, write_pseudo
from tests.support.signed_in import signed_in
from tests.support.site import FORCE, Site
from trigpoint.access.roles import ROLES
from trigpoint.records.police_codes import code_words
from trigpoint.services.mend_row import cells_of

SLUG = "risk-graded-response"
#: Table and columns whose values are data, and why nobody translates them.
DATA = (
    ("storage_organisation", "name slug", "names of forces and agencies"),
    ("storage_account", "name shown_as", "names of people"),
    ("storage_membership", "officer team district", "names of people and teams"),
    ("storage_posting", "officer team district", "names of people and teams"),
    ("storage_childrecord", "given_name surname source source_id child",
     "names of children, and the systems and numbers by which they are known"),
    ("storage_eventversion", "actor team district reference about source source_file "
     "source_sheet", "names, numbers and files as the sources have them"),
    ("storage_judgementrow", "actor team district", "the same, on a duty"),
    ("storage_receivedfile", "file format agency", "files as they came"),
    ("storage_quarantinedrow", "value \"column\"", "cells as they came"),
    ("storage_accessentry", "child reason", "what people typed"),
    ("storage_claim", "note", "what people typed"),
    ("storage_linkdecision", "because", "what people typed"),
    ("storage_emergencyreview", "because", "what people typed"),
    ("storage_emergencygrant", "reason", "what people typed"),
    ("storage_secondfactor", "called", "what people typed"),
)  # fmt: skip
#: Who may open the forms, and does: at work outside, and in the office.
WALK_FORMS = ("response-officer", "supervisor")
#: Who is shown every kind of event: with the whole record, and with a partner's part.
#: What others are shown of a child is shown to one of these.
WALK_CHILDREN = ("head-of-protection", "partner-user")
#: Facts that are somebody's own words, a place, or a code that no set of codes has.
TYPED = "reason place offence category role ethnicity"
#: Words that are the same in every language, and why.
SAME = {
    "Trigpoint",  # the product's own name
    "CSV", "XML", "Excel", "JavaScript",  # names of formats and techniques
    "Firefox", "Chrome", "Edge", "Safari", "Linux",  # browsers
    "NOT GIVEN",  # what stands in a record for a cell that is empty
    "late", "missed", "cannot-tell", "met",  # parts of an address, as it asks for them
    "xyzzy",  # what the test itself asks for
}  # fmt: skip
_PLAIN = re.compile(r"(?<![\w.-])[A-Za-z]{2,}(?![\w])")
_PIECES = re.compile(r"[,;:()“”|–]|\s{2,}|\. ")
_SPOKEN = ("aria-label", "alt", "placeholder", "title", "data-failed", "data-after",
           "aria-valuetext")  # fmt: skip


@pytest.fixture(scope="module")
def data(site: Site) -> frozenset[str]:
    """Every value that is somebody's."""
    found: set[str] = set(SAME)
    with site.acting_for(FORCE) as connection:
        for table, columns, _ in DATA:
            for column in columns.split():
                rows = connection.execute(f"SELECT DISTINCT {column} FROM {table}")  # type: ignore[arg-type]
                found.update(str(value) for (value,) in rows if value)
        for fact in TYPED.split():
            rows = connection.execute(
                "SELECT DISTINCT facts->>%s FROM storage_eventversion", (fact,)
            )
            found.update(v for (v,) in rows if v and code_words(v) == v)
        rows = connection.execute("SELECT value FROM storage_quarantinedrow")
        for (value,) in rows:
            found.update(part for pair in cells_of(value).items() for part in pair)
        rows = connection.execute(
            "SELECT shown FROM storage_linkproposal UNION ALL SELECT shown FROM "
            "storage_linkdecision"
        )
        for (pair,) in rows:
            found.update(names_in(pair))
        rows = connection.execute(
            "SELECT DISTINCT concat_ws(' ', nullif(given_name, ''), upper(surname)) "
            "FROM storage_childrecord"
        )
        found.update(value for (value,) in rows)
    return frozenset(found - {""})


def names_in(pair: dict[str, Any]) -> set[str]:
    """What two records say of a person, each by itself and as a name is shown."""
    found: set[str] = set()
    for said in (pair.get("said_one", {}), pair.get("said_other", {})):
        told = {name: str(value) for name, value in dict(said).items() if value}
        found |= {one for value in told.values() for one in (value, value.upper())}
        surname = told.get("surname", "").upper()
        found.add(" ".join(filter(None, (told.get("given_name", ""), surname))))
    return found


@pytest.fixture
def pseudo(tmp_path: Path) -> Iterator[Callable[..., None]]:
    """The site has the language made by machine; without some texts, if asked."""
    from django.conf import settings

    with ExitStack() as opened:

        def have(*without: str) -> None:
            write_pseudo(tmp_path, without=without)
            # Set anew, so that a catalogue read before is forgotten.
            told = [*settings.LANGUAGES, (CODE, "Pseudo")]
            opened.enter_context(speaking(told, tmp_path))

        yield have


def asks(page: Any) -> dict[str, str]:
    return {"HTTP_ACCEPT_LANGUAGE": CODE}


def shown(html: bytes) -> Iterator[str]:
    """What a reader sees or is told, but for what says that it is English."""
    tree = lxml.html.document_fromstring(html.decode())
    for part in tree.iter():
        if not isinstance(part.tag, str) or part.tag in ("script", "style", "noscript"):
            continue
        if any(one.get("lang") == "en-GB" for one in (part, *part.iterancestors())):
            if part.tail and part.get("lang") == "en-GB":
                yield part.tail
            continue
        if part.tag not in ("textarea", "code"):
            yield part.text or ""
        yield part.tail or ""
        yield from (part.get(name, "") for name in _SPOKEN)


def left(html: bytes, data: frozenset[str]) -> list[str]:
    """What is shown in plain English and is nobody's data."""
    return [
        one
        for text in shown(html)
        if _PLAIN.search(text)
        for one in _left_in(text, data)
    ]


@cache
def _left_in(text: str, data: frozenset[str]) -> tuple[str, ...]:
    """The same of one text; most stand on many pages."""
    found = []
    rest = text
    for one in _whole(data):
        rest = rest.replace(one, "0")
    for piece in _PIECES.split(rest):
        told = piece.strip(" .\n\"'?!’")
        if told in data or rest.strip() in data or not _PLAIN.search(told):
            continue
        words = _PLAIN.findall(_without(told, data))
        if words:
            found.append(f"{' '.join(words)!r} in {rest.strip()[:90]!r}")
    return tuple(found)


@cache
def _whole(data: frozenset[str]) -> tuple[str, ...]:
    """Data that a text would be parted within, the longest first."""
    return tuple(sorted(filter(_PIECES.search, data), key=len, reverse=True))


def _without(piece: str, data: frozenset[str]) -> str:
    """The piece without the longest runs of words that are data."""
    words = piece.split(" ")
    kept: list[str] = []
    at = 0
    while at < len(words):
        for end in range(len(words), at, -1):
            if " ".join(words[at:end]).strip(".,~") in data:
                at = end
                break
        else:
            kept.append(words[at])
            at += 1
    return " ".join(kept)


@cache
def _children(site: Site) -> tuple[str, ...]:
    """Few children, between whom every kind of event stands."""
    with site.acting_for(FORCE) as connection:
        rows = connection.execute(
            "SELECT child, array_agg(DISTINCT kind) FROM event_now WHERE NOT adult "
            "GROUP BY child ORDER BY count(DISTINCT kind) DESC, child"
        ).fetchall()
    chosen, seen = [], set[str]()
    for child, kinds in rows:
        if set(kinds) - seen:
            chosen.append(child)
            seen |= set(kinds)
    return tuple(chosen)


def addresses(site: Site, *, forms: bool, children: int | None) -> list[str]:
    """Every page, and the ways in which one can be asked for; every form, if wanted.

    `children`: of how many, beginning with the one of most kinds; None: of all.
    """
    from trigpoint.web.entry_forms import FORMS
    from trigpoint.web.site import found

    made: list[str] = []
    chosen = _children(site)[:children]
    for page in found():
        path = f"/{page.path}".replace("<slug:provider>", "xyzzy")
        if "<slug:child>" in path:
            made += [path.replace("<slug:child>", one) for one in chosen]
        else:
            made.append(path.replace("<slug:slug>", SLUG))
    first = chosen[0]
    return [
        *made,
        *(f"/child/{one}/?whole=1" for one in chosen),
        f"/child/{first}/?as-at=2016-01-01", f"/child/{first}/?as-at=xyzzy",
        *(f"/child/{first}/enter/?kind={slug}" for slug in FORMS if forms),
        *(f"/figures/{SLUG}/cases/?show={one}" for one in ("met", "late", "cannot-tell")),
        f"/figures/{SLUG}/cases/?show=met&district=-", f"/figures/{SLUG}/cases/?show=no",
        "/links/?show=joined", "/my-work/?officer=xyzzy", "/figures/xyzzy/",
        "/standards/xyzzy/", "/there-is-no-such-page/", "/child/xyzzy/",
    ]  # fmt: skip


@pytest.mark.parametrize("role", sorted(ROLES))
def test_no_page_of_a_role_shows_english_that_is_no_data(
    site: Site,
    client: object,
    data: frozenset[str],
    pseudo: Callable[..., None],
    role: str,
) -> None:
    """Every page that there is, whatever comes of it."""
    browser = signed_in(client, site, role)
    pseudo()
    wrong: dict[str, str] = {}
    opened = 0
    # A form reads alike to everybody: two roles walk them all.
    everyone = None if role in WALK_CHILDREN else 1
    for path in addresses(site, forms=role in WALK_FORMS, children=everyone):
        answer = browser.get(path, HTTP_ACCEPT_LANGUAGE=CODE)  # type: ignore[attr-defined]
        if answer.status_code == 302:
            continue
        opened += answer.status_code == 200
        assert f'<html lang="{CODE}"'.encode() in answer.content, path
        for one in left(answer.content, data):
            wrong.setdefault(one, path)
    assert opened >= 3
    assert not wrong, "\n".join(f"{path}: {one}" for one, path in sorted(wrong.items()))


def test_a_text_that_no_translator_was_given_is_caught(
    site: Site, client: object, data: frozenset[str], pseudo: Callable[..., None]
) -> None:
    """One in a template, one in a table of another package, one with a value in it."""
    browser: Any = signed_in(client, site, "head-of-protection")
    planted = ("Renew it now", "Missing and exploitation coordinator", "Missing again",
               "%(n)s hour ago", "%(n)s minute ago", "Police")  # fmt: skip
    pseudo(*planted)
    found = [
        one
        for path in ("/missing/now/", f"/child/{_children(site)[0]}/?whole=1")
        for one in left(browser.get(path, HTTP_ACCEPT_LANGUAGE=CODE).content, data)
    ]
    for words in ("Renew it now", "Missing again", " ago", "Police"):
        assert any(words in one for one in found), words
    assert left(b"<p>Planted here</p>", data) == ["'Planted here' in 'Planted here'"]


#: (role, address, what is sent): each is refused, by a service or by the page.
REFUSED: tuple[tuple[str, str, dict[str, str]], ...] = (
    ("hub-detective", "/find/", {"surname": "xyzzy"}),
    ("hub-detective", "/find/", {"surname": "xyzzy", "born": "xyzzy"}),
    ("hub-detective", "/inbox/", {"decision": "xyzzy"}),
    ("hub-detective", "/links/", {"pair": "xyzzy"}),
    ("hub-detective", "/my-work/", {"act": "xyzzy"}),
    ("hub-detective", "/my-work/", {"act": "claim", "at": "xyzzy"}),
    ("hub-detective", "/child/{child}/enter/?kind=missing-grade", {"at": "xyzzy"}),
    ("hub-detective", "/child/{child}/enter/?kind=allocation",
     {"at": "2016-05-01T10:00", "officer": "xyzzy", "role": "VICTIM", "offence": "19C"}),
    ("hub-detective", "/child/{child}/enter/?kind=missing-report",
     {"at": "2036-05-01T10:00"}),
    ("hub-detective", "/records/", {"settled_as": "left-out"}),
    ("hub-detective", "/records/", {"act": "send"}),
    ("supervisor", "/looks/", {"entry": "1"}),
    ("response-officer", "/child/xyzzy/", {"reason": "xyzzy"}),
    ("response-officer", "/my-sign-in/", {"act": "app", "code": "1"}),
    ("inspector", "/standards/", {"act": "xyzzy"}),
)  # fmt: skip


def test_refusals_are_said_in_the_reader_s_language(
    site: Site, client: object, data: frozenset[str], pseudo: Callable[..., None]
) -> None:
    """By the page or by a service, of a form or of an address, with values or without."""
    pseudo()
    for role, path, sent in REFUSED:
        browser: Any = signed_in(client, site, role)
        at = path.format(child=_children(site)[0])
        answer = browser.post(at, sent, HTTP_ACCEPT_LANGUAGE=CODE)
        assert answer.status_code >= 400, (path, sent)
        assert left(answer.content, data) == [], (path, sent)
    opened: Any = client()  # type: ignore[operator]
    wrong = {"name": "xyzzy", "password": "xyzzy"}
    answer = opened.post("/sign-in/", wrong, HTTP_ACCEPT_LANGUAGE=CODE)
    assert left(answer.content, data) == []


def test_a_sentence_is_known_by_its_pattern(pseudo: Callable[..., None]) -> None:
    """Its values stay, or are themselves translated; what is no sentence of ours stays."""
    from django.utils.translation import override

    from trigpoint.web.languages import pattern_of, said

    pseudo()
    with override(CODE):
        told = said(
            "Supervisor at Fellshire Police may not administer the system. If your "
            "work needs it, ask a supervisor to change your role."
        )
        assert "Śúṕéŕṽíśóŕ" in told
        assert "Fellshire Police" in told
        assert "áďḿíńíśťéŕ ťĥé śýśťéḿ" in told
        assert said("source ends on 4 July 2016, before the duty fell due").count("4 Ĵ")
        assert said("Written by nobody we know: at all") == (
            "Written by nobody we know: at all"
        )
    assert said("Police") == "Police"
    assert pattern_of("%(one)s to %(other)s") is None
    assert pattern_of("no value") is None


def test_a_refusal_is_not_lost_to_a_wrong_catalogue(tmp_path: Path) -> None:
    """A translation that names another value is not shown; the English is."""
    from babel.messages.catalog import Catalog
    from django.utils.translation import override

    from trigpoint.web.catalogues import compile_to, wrong_in
    from trigpoint.web.languages import said

    made = Catalog(charset="utf-8", fuzzy=False)
    text = "Nothing in %(paths)s could be read."
    made.add(text, "%(other)s", flags=["python-format"])
    assert len(wrong_in(made)) == 1, "and it is not compiled"
    compile_to(tmp_path / CODE / "LC_MESSAGES" / "django.mo", made)
    with (
        speaking([(CODE, "")], tmp_path),
        override(CODE),
    ):
        assert said(text % {"paths": "a.csv"}) == "Nothing in a.csv could be read."


def test_a_translator_s_work_is_kept_when_the_texts_are_renewed(tmp_path: Path) -> None:
    """Twice for one language: what was written stays, and both are compiled."""
    from trigpoint.web.catalogues import main
    from trigpoint.web.languages import chosen

    assert main("cy", tmp_path) == 0
    path = tmp_path / "cy" / "LC_MESSAGES" / "django.po"
    text = path.read_text(encoding="utf-8")
    before = 'msgid "Sign in"\nmsgstr ""'
    assert before in text
    path.write_text(text.replace(before, 'msgid "Sign in"\nmsgstr "Mewngofnodi"'))
    assert main("cy", tmp_path) == 0
    assert 'msgstr "Mewngofnodi"' in path.read_text(encoding="utf-8")
    assert chosen("cy", (tmp_path,)) == (("en-gb", "English"), ("cy", "Cymraeg"))
    with pytest.raises(Exception, match="There is no compiled catalogue of ga"):
        chosen("cy, ga", (tmp_path,))

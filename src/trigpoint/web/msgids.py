"""Every text of the site that a translator is given, found where it stands.

Three kinds: what templates and code mark for translation; the tables of words of other
packages (`TABLES`); and sentences of other packages, with values or without (`SAYING`).
Nothing is listed twice by hand: a word that is added to a table is in the next catalogue.
"""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from django.template import Engine
from django.template.base import Node
from django.templatetags.i18n import BlockTranslateNode, TranslateNode

from trigpoint.access.permissions import WORDS
from trigpoint.access.roles import ROLES
from trigpoint.chronology.identifier import RULES
from trigpoint.judgements.why import Found, Part
from trigpoint.linkage.likeness import LEVELS
from trigpoint.publication.wording import OUTCOMES
from trigpoint.records.police_codes import POLICE_CODES, code_words
from trigpoint.standards import catalogue, prose
from trigpoint.vocabulary.agencies import Agency
from trigpoint.vocabulary.areas import Area
from trigpoint.vocabulary.event_kinds import EventKind
from trigpoint.vocabulary.nouns import FACT_NOUNS, NOUNS
from trigpoint.web.shared import MENU

WEB = Path(__file__).resolve().parent
ROOT = WEB.parent


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Message:
    """One text: in the singular, in the plural ("" for none), and where it stands."""

    text: str
    plural: str = ""
    where: str = ""


def collected() -> list[Message]:
    """Every text once, ordered by where it first stands."""
    found: dict[str, Message] = {}
    for one in (*_templates(), *_marked(), *_tables(), *_sentences()):
        held = found.get(one.text)
        if one.text and (held is None or (one.plural and not held.plural)):
            found[one.text] = one
    return sorted(found.values(), key=lambda one: (one.where, one.text))


# --- templates -----------------------------------------------------------------

_ARGUMENT = re.compile(r':_\("([^"]+)"\)')


def _templates() -> Iterator[Message]:
    """What stands in templates between their marks."""
    engine = Engine(
        dirs=[WEB / "templates"],
        libraries={
            "i18n": "django.templatetags.i18n",
            "static": "django.templatetags.static",
            "words": "trigpoint.web.templatetags.words",
        },
    )
    for path in sorted((WEB / "templates").rglob("*.html")):
        name = path.relative_to(WEB / "templates").as_posix()
        nodes = engine.get_template(name).nodelist
        where = f"templates/{name}"
        for node in nodes.get_nodes_by_type((TranslateNode, BlockTranslateNode)):
            yield _of_node(node, where)
        for text in _ARGUMENT.findall(path.read_text(encoding="utf-8")):
            yield Message(text=text, where=where)


def _of_node(node: Node, where: str) -> Message:
    if isinstance(node, TranslateNode):
        # The framework doubles the sign before it looks a text up.
        literal = str(node.filter_expression.var.literal)
        return Message(text=literal.replace("%", "%%"), where=where)
    text = node.render_token_list(node.singular)[0]
    plural = node.render_token_list(node.plural)[0] if node.plural else ""
    return Message(text=text, plural=plural, where=where)


# --- code of the site ----------------------------------------------------------

_MARKS = {"gettext", "gettext_lazy", "_", "ngettext"}


def _marked() -> Iterator[Message]:
    """What the site's own code marks, and the titles of its pages."""
    for path in sorted(WEB.rglob("*.py")):
        where = path.relative_to(WEB).as_posix()
        for call in _calls(_tree(path)):
            texts = [one.value for one in call.args if _is_text(one)]
            if _name(call.func) in _MARKS and texts:
                yield Message(text=texts[0], plural="".join(texts[1:]), where=where)
            if _name(call.func) == "Page":
                title = next(key for key in call.keywords if key.arg == "title")
                yield Message(text=title.value.value, where=where)  # type: ignore[attr-defined]


# --- tables of words -----------------------------------------------------------

#: What tables of other packages say, by where they stand.
TABLES: dict[str, tuple[str, ...]] = {
    "menu": tuple(words for _, words, _ in MENU),
    "agencies": tuple(one.label for one in Agency),
    "areas": tuple(one.label for one in Area),
    "roles": tuple(one.title for one in ROLES.values()),
    "what can be done": tuple(WORDS.values()),
    "titles of standards": tuple(one.title for one in catalogue.all_standards()),
    "failures": tuple(
        prose.fault(one) for one in catalogue.all_standards() if one.becomes_risk is None
    ),
    "outcomes": tuple(OUTCOMES.values()),
    "parts of a why": (*(one.value for one in Part), *(one.value for one in Found)),
    "kinds of event": tuple(one.label for one in EventKind),
    "kinds of event as nouns": tuple(NOUNS.values()),
    "facts": tuple(FACT_NOUNS.values()),
    "codes": tuple(words for codes in POLICE_CODES.values() for words in codes.values()),
    "codes as one says them": (
        *(code_words(code) for codes in POLICE_CODES.values() for code in codes
          if code_words(code) != code),
        "yes", "no",
    ),
    "short names of accreditations": tuple(
        code.replace("_", " ") for code in POLICE_CODES["skill"]
    ),
    "likeness": (*(words for words, _, _ in LEVELS.values() for words in words),
                 "not known"),
    "rules that join records": (
        *(name.replace("_", " ") for name, _ in RULES), "shared by agreement", "likeness",
    ),
    "what sources disagree about": ("Birth date", "Sex", "Ethnicity"),
    "words in a chart": ("usual range", "baseline", "baseline ends"),
    "words within a sentence": (
        *(one.label[0].lower() + one.label[1:] for one in Agency),
        *(one.label.lower() for one in EventKind),
        *(f"the {noun}" for noun in FACT_NOUNS.values()),
        "record", "matter", "counts", "above", "below", "under 1%", "over 99%",
        "another program", "judging", "committing", "records are joined anew",
    ),
}  # fmt: skip


def _tables() -> Iterator[Message]:
    for where, words in TABLES.items():
        for text in words:
            yield Message(text=text, where=where)


# --- sentences of other packages -----------------------------------------------

#: Functions elsewhere whose strings are shown; "": the module's own tables.
SAYING: dict[str, tuple[str, ...]] = {
    "judgements/why.py": ("_acts", "_held_against", "_in_time", "_grounds", "_untied"),
    "judgements/gaps.py": (
        "",
        "_limit",
        "_record",
        "_due",
        "_not_received",
        "_ends",
        "_fact",
    ),
    "linkage/proposals.py": ("",),
    "publication/monthly.py": ("month_picture", "_month_words"),
    "records/staging.py": ("_rejection",),
    "services/mend_row.py": ("how_otherwise", "why_not_as_it_is"),
    "services/read_inbox.py": ("_waiting",),
}
#: What refuses, or has what it is given shown.
_REFUSING = {
    "Refusal", "NotPermitted", "Unanswered", "TooShort", "Overtaken", "form", "_end",
    "progress",
}  # fmt: skip
#: Said to whoever runs the installation or writes a program, in English.
_NOT_SHOWN = re.compile(
    "web/(api/.*|configuration|providers|federation|languages)[.]py|"
    "services/(engines|prepare_database|webhooks)[.]py"
)
#: Holds a standard's own prose, and is English with it.
_PROSE = ("it is not so that %(event)s",)
_SPOKEN = re.compile(r"[A-Za-z]{2}\S* |[a-z] [a-z]|^[A-Z].*[.?]$")
_QUERY = re.compile(r"\b(SELECT|UPDATE|INSERT|WHERE)\b")


def _sentences() -> Iterator[Message]:
    """Refusals that the site can meet, and what the functions in `SAYING` say."""
    for path in _reached():
        where = path.relative_to(ROOT).as_posix()
        if _NOT_SHOWN.fullmatch(where):
            continue
        tree = _tree(path)
        fixed = _constants(tree)
        for node in (*_refusals(tree), *_whole_sentences(tree)):
            yield from _spoken(node, fixed, where)
    for where, names in SAYING.items():
        tree = _tree(ROOT / where)
        fixed = _constants(tree)
        for part in _parts(tree, names):
            for node in _strings(part):
                yield from _spoken(node, fixed, where)


def _spoken(
    node: ast.expr, fixed: dict[str, ast.expr], where: str
) -> Iterator[Message]:
    text = _pattern(node, fixed)
    bare = re.sub(r"%\(\w+\)s", "", text)
    if text not in _PROSE and _SPOKEN.search(bare) and not _QUERY.search(bare):
        yield Message(text=text, where=where)


def _reached() -> list[Path]:
    """The site's own modules, and the services and rules of access that they lead to."""
    waiting = sorted((WEB).rglob("*.py"))
    seen: dict[Path, None] = {}
    while waiting:
        path = waiting.pop()
        if path in seen:
            continue
        seen[path] = None
        waiting += _leads_to(_tree(path))
    return sorted(seen)


def _leads_to(tree: ast.Module) -> Iterator[Path]:
    for node in ast.walk(tree):
        if not isinstance(node, ast.ImportFrom) or not node.module:
            continue
        for name in (node.module, *(f"{node.module}.{one.name}" for one in node.names)):
            path = ROOT.parent / Path(*name.split(".")).with_suffix(".py")
            if name.split(".")[1:2] in (["services"], ["access"]) and path.exists():
                yield path


def _refusals(tree: ast.Module) -> Iterator[ast.expr]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign) and _name(node.targets[0]) == "msg":
            yield node.value
        if isinstance(node, ast.Call) and _name(node.func) in _REFUSING:
            yield from node.args


def _whole_sentences(tree: ast.Module) -> Iterator[ast.expr]:
    """Constants of a module that are a sentence: it ends as one."""
    for node in tree.body:
        if isinstance(node, ast.Assign) and _is_text(node.value):
            text = node.value.value  # type: ignore[attr-defined]
            if re.fullmatch(r"[A-Z][^\n]* [^\n]*[.?]", text):
                yield node.value


def _parts(tree: ast.Module, names: tuple[str, ...]) -> Iterator[ast.AST]:
    if "" in names:
        kinds = ast.Assign | ast.AnnAssign
        yield from (node for node in tree.body if isinstance(node, kinds))
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef) and node.name in names:
            # Without its docstring, which nobody is shown.
            yield from node.body[1:] if ast.get_docstring(node) else node.body


def _strings(part: ast.AST) -> Iterator[ast.expr]:
    """The strings of a part; what stands within another string only as that."""
    for node in ast.iter_child_nodes(part):
        if isinstance(node, ast.JoinedStr) or _is_text(node):
            yield node  # type: ignore[misc]
        if isinstance(node, ast.JoinedStr):
            for value in node.values:
                yield from _strings(value)
        else:
            yield from _strings(node)


def _pattern(node: ast.expr, fixed: dict[str, ast.expr]) -> str:
    """A string as a catalogue has it: each value in it by its name; "" for none."""
    if _is_text(node):
        return node.value  # type: ignore[attr-defined]
    if not isinstance(node, ast.JoinedStr):
        return ""
    told, names = "", list[str]()
    for part in node.values:
        if isinstance(part, ast.Constant):
            told += str(part.value).replace("%", "%%")
            continue
        assert isinstance(part, ast.FormattedValue)
        held = fixed.get(_name(part.value))
        if held is not None:
            told += str(held.value).replace("%", "%%")  # type: ignore[attr-defined]
            continue
        names.append(_called(part.value, names))
        told += f"%({names[-1]})s"
    return told


_NOT_NAMES = {"or", "and", "not", "if", "else", "for", "in", "join", "lower", "sorted"}


def _called(value: ast.expr, taken: list[str]) -> str:
    """What a translator sees for a value: the last name in it, numbered where it repeats."""
    words = re.findall(r"[a-z_]{2,}", re.sub(r"'[^']*'", "", ast.unparse(value)))
    name = ([one for one in words if one not in _NOT_NAMES] or ["value"])[-1]
    return name if name not in taken else f"{name}_{len(taken) + 1}"


def _constants(tree: ast.Module) -> dict[str, ast.expr]:
    """A module's constants that are one text or one number."""
    return {
        _name(node.targets[0]): node.value
        for node in tree.body
        if isinstance(node, ast.Assign)
        and isinstance(node.value, ast.Constant)
        and isinstance(node.value.value, str | int)
    }


def _calls(tree: ast.Module) -> Iterator[ast.Call]:
    return (node for node in ast.walk(tree) if isinstance(node, ast.Call))


def _is_text(node: ast.AST) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def _name(node: ast.AST) -> str:
    if isinstance(node, ast.Name):
        return node.id
    return node.attr if isinstance(node, ast.Attribute) else ""


def _tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))

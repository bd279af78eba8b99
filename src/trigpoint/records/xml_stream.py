"""XML as text, streamed: no external entities, no document type, no network."""

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from trigpoint.records.record import Problem, Refusal

#: A file may not be larger than this: a council's whole return is a few megabytes.
MOST_BYTES = 1_000_000_000
_BLOCK = 1 << 20
_DECLARED = re.compile(rb"<\?xml[^>]*?encoding\s*=\s*[\"']([^\"']*)[\"']")
_WIDE = (b"\xff\xfe", b"\xfe\xff")
#: libxml2 keeps exact lines up to this one; beyond it, see `line_of`.
_EXACT_LINES = 65_535


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """An XML file that may be read. `encoding` overrides a declaration that is untrue."""

    path: Path
    encoding: str | None
    problems: tuple[Problem, ...]

    def elements(
        self, *names: str, inside: tuple[str, ...] = ()
    ) -> Iterator[etree._Element]:
        """Each element of these local names when it ends; its memory is freed after.

        Of an element named in `inside`, every other child is given too, so that what
        nobody knows is seen. Refuses broken XML.
        """
        try:
            for _, element in _stream(self.path, self.encoding, "end"):
                if _is_wanted(element, names, inside):
                    yield element
                    element.clear(keep_tail=False)
                    while element.getprevious() is not None:
                        del element.getparent()[0]
        except etree.XMLSyntaxError as error:
            raise _broken(error) from None


def open_xml(path: Path) -> Document:
    """The file, looked at before it is read.

    Refuses one that is too large, and one with a document type: entities expand, and
    may reach out.
    """
    size = path.stat().st_size
    if size > MOST_BYTES:
        msg = (
            f"The file has {size / 1e9:.1f} GB, more than the {MOST_BYTES / 1e9:.0f} GB "
            "that Trigpoint reads: ask for it year by year."
        )
        raise Refusal(msg)
    encoding, problems = _encoding(path)
    _refuse_document_type(path, encoding)
    return Document(path=path, encoding=encoding, problems=problems)


def _stream(path: Path, encoding: str | None, event: str) -> etree.iterparse:
    return etree.iterparse(
        str(path),
        events=(event,),
        encoding=encoding,
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
    )


def _is_wanted(
    element: etree._Element, names: tuple[str, ...], inside: tuple[str, ...]
) -> bool:
    name = local(element.tag)
    if name in names:
        return True
    parent = element.getparent()
    return (
        parent is not None
        and bool(name)
        and local(parent.tag) in inside
        and name not in inside
    )


def _broken(error: etree.XMLSyntaxError) -> Refusal:
    return Refusal(
        f"The XML is broken: {error.msg}. Nothing of it was used, because half a return "
        "reads like children without records: ask the council to send it again."
    )


def _refuse_document_type(path: Path, encoding: str | None) -> None:
    try:
        _, root = next(iter(_stream(path, encoding, "start")))
    except etree.XMLSyntaxError as error:
        raise _broken(error) from None
    if root.getroottree().docinfo.internalDTD is not None:
        msg = (
            "The XML declares a document type, through which a file can reach out or "
            "blow up: ask for it without <!DOCTYPE ...>."
        )
        raise Refusal(msg)


def _encoding(path: Path) -> tuple[str | None, tuple[Problem, ...]]:
    """None where the declaration holds, else the encoding the bytes are in, and why."""
    with path.open("rb") as handle:
        head = handle.read(512)
    if head[:2] in _WIDE or b"<\x00" in head[:8] or b"\x00<" in head[:8]:
        return None, ()
    found = _DECLARED.match(head.removeprefix(codecs.BOM_UTF8).lstrip())
    declared = found.group(1).decode("ascii", errors="replace") if found else "utf-8"
    name = _codec(declared)
    if name and not name.startswith("utf"):
        return None, ()
    real = "utf-8" if _is_utf8(path) else "windows-1252"
    if name == real:
        return None, ()
    message = f"The XML says its encoding is {declared!r}; it was read as {real}."
    return real, (Problem(code="encoding", message=message, value=declared),)


def _codec(declared: str) -> str:
    """The codec's usual name; "" where there is none."""
    try:
        return codecs.lookup(declared).name
    except LookupError:
        return ""


def _is_utf8(path: Path) -> bool:
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        with path.open("rb") as handle:
            while block := handle.read(_BLOCK):
                decoder.decode(block)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True


def local(tag: object) -> str:
    """The element's name without its namespace; "" for comments and the like."""
    if not isinstance(tag, str):
        return ""
    return tag.rsplit("}", maxsplit=1)[-1]


def line_of(element: etree._Element) -> int:
    """The line on which the element's start tag ends, as a person counts.

    Beyond line 65,535 libxml2 gives the line on which the first text below (or, where
    there is none, behind) the element ends: the line breaks in that text come off.
    """
    line = element.sourceline or 0
    if line < _EXACT_LINES:
        return line
    while not element.text and len(element):
        element = element[0]
    # An empty element has no text below it; then it is the text behind it.
    between = element.text or element.tail or ""
    return line - between.count("\n")


def text(element: etree._Element | None) -> str:
    """An element's own text, trimmed, comments passed over; "" where there is none."""
    if element is None:
        return ""
    own = element.text or ""
    if len(element):
        own += "".join(part.tail or "" for part in element if not local(part.tag))
    return own.strip()


def children(element: etree._Element) -> dict[str, list[etree._Element]]:
    """An element's children by local name, each in the order of the file."""
    found: dict[str, list[etree._Element]] = {}
    for child in element:
        if name := local(child.tag):
            found.setdefault(name, []).append(child)
    return found


def flat(element: etree._Element) -> dict[str, str]:
    """Every text in and below an element by its local name, repeated ones with `;`."""
    kept: dict[str, str] = {}
    for below in element.iter():
        name, own = local(below.tag), text(below)
        if name and own:
            kept[name] = f"{kept[name]};{own}" if name in kept else own
    return kept

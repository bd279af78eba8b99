"""XML as text, streamed: no external entities, no document type, no network."""

from collections.abc import Iterator
from pathlib import Path

from lxml import etree

from trigpoint.records.record import Refusal

_HEAD = 8192


def local(tag: object) -> str:
    """The element's name without its namespace; "" for comments and the like."""
    if not isinstance(tag, str):
        return ""
    return tag.rsplit("}", maxsplit=1)[-1]


def elements(path: Path, *names: str) -> Iterator[etree._Element]:
    """Each element of these local names when it ends; its memory is freed after.

    Refuses a document type (entities expand, and may reach out) and broken XML.
    """
    with path.open("rb") as handle:
        if b"<!DOCTYPE" in handle.read(_HEAD).upper():
            msg = (
                "The XML declares a document type, through which a file can reach out or "
                "blow up: ask for it without <!DOCTYPE ...>."
            )
            raise Refusal(msg)
    wanted = set(names)
    try:
        stream = etree.iterparse(
            str(path),
            events=("end",),
            resolve_entities=False,
            no_network=True,
            load_dtd=False,
            huge_tree=False,
        )
        for _, element in stream:
            if local(element.tag) in wanted:
                yield element
                element.clear(keep_tail=False)
                while element.getprevious() is not None:
                    del element.getparent()[0]
    except etree.XMLSyntaxError as error:
        msg = f"The XML is broken: {error}. Ask the council to send it again."
        raise Refusal(msg) from None


def text(element: etree._Element | None) -> str:
    """An element's own text, trimmed; "" where there is none."""
    return (element.text or "").strip() if element is not None else ""


def children(element: etree._Element) -> dict[str, list[etree._Element]]:
    """An element's children by local name, each in the order of the file."""
    found: dict[str, list[etree._Element]] = {}
    for child in element:
        if name := local(child.tag):
            found.setdefault(name, []).append(child)
    return found


def flat(element: etree._Element) -> dict[str, str]:
    """Every text below an element by its local path, for keeping what nobody knows."""
    kept: dict[str, str] = {}
    for below in element.iter():
        if local(below.tag) and text(below):
            kept.setdefault(local(below.tag), text(below))
    return kept

"""XML is streamed, refused where it is a danger, and counted in lines."""

from pathlib import Path

import pytest

from trigpoint.records import xml_stream
from trigpoint.records.record import Refusal
from trigpoint.records.xml_stream import children, flat, line_of, local, open_xml, text


def file(folder: Path, body: str | bytes) -> Path:
    path = folder / "invented.xml"
    path.write_bytes(body if isinstance(body, bytes) else body.encode())
    return path


def texts(path: Path, name: str = "a") -> list[str]:
    return [text(element) for element in open_xml(path).elements(name)]


def test_elements_are_known_with_and_without_namespace(tmp_path: Path) -> None:
    """A namespace, its prefix or none: the local name is the name."""
    body = '<m:M xmlns:m="urn:x" xmlns="urn:y"><a>1</a><m:a>2</m:a></m:M>'
    assert texts(file(tmp_path, body)) == ["1", "2"]


@pytest.mark.parametrize("before", ["", "<!-- " + "x" * 20_000 + " -->"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_document_type_is_refused_wherever_it_hides(
    tmp_path: Path, before: str, encoding: str
) -> None:
    """Neither a long comment nor another encoding hides a DOCTYPE."""
    doctype = '<!DOCTYPE M [<!ENTITY e "boom"><!ENTITY f "&e;&e;&e;">]>'
    path = file(tmp_path, f"{before}{doctype}<M><a>&f;</a></M>".encode(encoding))
    with pytest.raises(Refusal, match="document type"):
        open_xml(path)


def test_an_external_entity_reads_no_file(tmp_path: Path) -> None:
    """A SYSTEM entity is refused before anything is opened."""
    (tmp_path / "secret").write_text("secret")
    body = f'<!DOCTYPE M [<!ENTITY e SYSTEM "{tmp_path}/secret">]><M><a>&e;</a></M>'
    with pytest.raises(Refusal, match="document type"):
        open_xml(file(tmp_path, body))


@pytest.mark.parametrize("body", ["<M><a>1</a>", "<M><a>1</b></M>", "no xml", "<"])
def test_broken_xml_is_refused_in_words(tmp_path: Path, body: str) -> None:
    """Half a file is not used, and the refusal says what to do."""
    with pytest.raises(Refusal, match="ask the council to send it again"):
        texts(file(tmp_path, body))


def test_a_file_beyond_the_limit_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The size limit is checked before reading."""
    monkeypatch.setattr(xml_stream, "MOST_BYTES", 10)
    with pytest.raises(Refusal, match="year by year"):
        open_xml(file(tmp_path, "<M><a>1</a></M>"))


@pytest.mark.parametrize("declared", ["utf-16", "unicode", "ansi", "UTF8", "utf-8"])
@pytest.mark.parametrize("real", ["utf-8", "cp1252"])
def test_an_untrue_encoding_declaration_is_seen_through(
    tmp_path: Path, declared: str, real: str
) -> None:
    """The bytes decide; what was declared in error is said, and no letter is lost."""
    body = f'<?xml version="1.0" encoding="{declared}"?><M><a>Zoë</a></M>'
    document = open_xml(file(tmp_path, body.encode(real)))
    assert [text(element) for element in document.elements("a")] == ["Zoë"]
    honest = declared.lower() in ("utf-8", "utf8") and real == "utf-8"
    assert [p.code for p in document.problems] == ([] if honest else ["encoding"])


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "iso-8859-1"])
def test_a_true_encoding_is_no_problem(tmp_path: Path, encoding: str) -> None:
    """A byte order mark, UTF-16 and Latin-1 that says so are read as they are."""
    declared = encoding.removesuffix("-sig")
    body = f'<?xml version="1.0" encoding="{declared}"?><M><a>Zoë</a></M>'
    document = open_xml(file(tmp_path, body.encode(encoding)))
    assert not document.problems
    assert [text(element) for element in document.elements("a")] == ["Zoë"]


SHAPES = {
    "text below": ["<C>", "  <a>1</a>", "</C>"],
    "child below": ["<C><a>1</a>", "", "</C>"],
    "empty": ["<C/>", "", ""],
    "blank lines below": ["<C>", "", "", "<b/>", "</C>"],
    "a date": ["<C>2016-01-01</C>"],
}


@pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES)
def test_line_numbers_hold_beyond_65535(tmp_path: Path, shape: list[str]) -> None:
    """The line of an element is right where libxml2 stops counting, too."""
    lines, expected = ["<M>", "<L>"], []
    while len(lines) < 70_000:
        expected.append(len(lines) + 1)
        lines += shape
    path = file(tmp_path, "\n".join([*lines, "</L>", "</M>"]))
    assert [line_of(element) for element in open_xml(path).elements("C")] == expected


def test_what_nobody_named_is_given_inside_a_known_parent(tmp_path: Path) -> None:
    """Other children of a parent in `inside` come too, each once."""
    body = "<M><x><y>1</y></x><L><C/><z/></L></M>"
    found = open_xml(file(tmp_path, body)).elements("C", inside=("M", "L"))
    assert [local(element.tag) for element in found] == ["x", "C", "z"]


def test_texts_pass_over_comments_and_keep_repetition(tmp_path: Path) -> None:
    """A comment in a value does not cut it; a repeated name keeps both values."""
    body = "<M><C><a>12<!-- x -->34</a><b>1</b><b> 2 </b><c/></C></M>"
    for element in open_xml(file(tmp_path, body)).elements("C"):
        assert text(children(element)["a"][0]) == "1234"
        assert flat(element) == {"a": "1234", "b": "1;2"}
    assert text(None) == ""

"""SSDA903 as XML says what its CSV tables say."""

from pathlib import Path

import pytest

from tests.support.invented_returns import told, write
from trigpoint.records.importers import council_ssda903_csv as tables
from trigpoint.records.importers.council_ssda903_xml import IMPORTER, read
from trigpoint.records.record import Reading
from trigpoint.records.sampling import sample

CHILD = """<CHILD>
<HEADER><CHILDID>0012</CHILDID><UPN>UN5</UPN><SEX>2</SEX><DOB>14/05/2003</DOB>
<ETHNIC>WBRI</ETHNIC><UASC/>
<AREVIEW><REVIEW>01/02/2017</REVIEW><REVIEW_CODE>PN1</REVIEW_CODE></AREVIEW>
<AMISSING><MISSING>M</MISSING><MIS_START>19/08/2016</MIS_START>
<MIS_END>20/08/2016</MIS_END></AMISSING>
<OC2><SDQ_SCORE>12</SDQ_SCORE><CONVICTED>0</CONVICTED></OC2></HEADER>
<EPISODE><DECOM>11/12/2016</DECOM><RNE>S</RNE><LS>V2</LS><CIN>N1</CIN><PL>U4</PL>
<PL_POST>ZZ99 9HA</PL_POST><HOME_POST>ZZ99 3WZ</HOME_POST>
<PLACE_PROVIDER>PR4</PLACE_PROVIDER><DEC>18/01/2017</DEC><REC>E4A</REC></EPISODE>
</CHILD>"""
CSV = {
    "care_episode": "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,HOME_POST,PL_POST\n"
    "0012,11/12/2016,S,V2,N1,U4,PR4,18/01/2017,E4A,ZZ99 3WZ,ZZ99 9HA\n",
    "child_record": "CHILD,SEX,DOB,ETHNIC,UPN\n0012,2,14/05/2003,WBRI,UN5\n",
    "care_missing": "CHILD,DOB,MISSING,MIS_START,MIS_END\n"
    "0012,14/05/2003,M,19/08/2016,20/08/2016\n",
}


def reading(folder: Path, *parts: str) -> Reading:
    text = "<EXPSSDA903>\n" + "\n".join(parts or (CHILD,)) + "</EXPSSDA903>"
    path = write(folder, text)
    assert IMPORTER.recognise(sample(path)) == 1.0
    return read(path, told(path))


def facts(made: Reading, subject: str) -> list[dict[str, object]]:
    return [
        {
            name: value
            for name, value in row.items()
            if not name.startswith(("extra.", "source_"))
        }
        for row in made.tables[subject].to_pylist()
    ]


@pytest.mark.parametrize("subject", CSV)
def test_the_xml_says_what_the_table_says(tmp_path: Path, subject: str) -> None:
    """PL here is PLACE there; CHILDID is CHILD."""
    path = write(tmp_path, CSV[subject], "invented.csv")
    assert facts(reading(tmp_path), subject) == facts(
        tables.read(path, told(path)), subject
    )


def test_every_repeating_element_is_a_row(tmp_path: Path) -> None:
    """A child, an episode, a missing episode, and two blocks that are kept."""
    made = reading(tmp_path)
    assert made.rows_received == made.rows_accepted == 5
    kept = {row["list"]: row for row in made.tables["kept"].to_pylist()}
    assert kept["reviews"]["extra.REVIEW_CODE"] == "PN1"
    assert kept["oc2"]["extra.SDQ_SCORE"] == "12"
    assert {row["child_id"] for row in kept.values()} == {"0012"}
    assert not made.problems
    assert made.extra == ()


def test_unknown_elements_are_kept_and_said(tmp_path: Path) -> None:
    """At any level: a text beside its row, a block as a kept row."""
    odd = CHILD.replace("<UASC/>", "<NEW>x</NEW><BLK><A>1</A><A>2</A></BLK>")
    made = reading(tmp_path, odd, "<TRAILER><N>1</N></TRAILER>")
    assert made.tables["child_record"]["extra.NEW"].to_pylist() == ["x"]
    kept = {row["list"]: row for row in made.tables["kept"].to_pylist()}
    assert kept["BLK"]["extra.A"] == "1;2"
    assert kept["TRAILER"]["extra.N"] == "1"
    assert {p.column for p in made.problems} == {"NEW", "BLK", "TRAILER"}
    assert made.rows_received == made.rows_accepted + len(made.rejections)


def test_a_return_without_missing_episodes_says_there_were_none(tmp_path: Path) -> None:
    """The table is there and empty."""
    bare = CHILD[: CHILD.index("<AMISSING>")] + "</HEADER></CHILD>"
    made = reading(tmp_path, bare)
    assert len(made.tables["care_missing"]) == 0
    assert len(made.tables["care_episode"]) == 0


def test_reading_twice_gives_the_same(tmp_path: Path) -> None:
    """The same file is the same reading."""
    assert reading(tmp_path) == reading(tmp_path)

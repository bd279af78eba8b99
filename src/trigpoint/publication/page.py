"""The web pages: the parts of a report through templates, every text escaped."""

from collections.abc import Mapping
from pathlib import Path

import jinja2
from markupsafe import Markup

from trigpoint.publication import case_lists, whole_lists
from trigpoint.publication.case_lists import CaseList, CaseLists
from trigpoint.publication.parts import Block, Report
from trigpoint.publication.wording import interval, percent

_TEMPLATES = Path(__file__).parent / "templates"


def environment() -> jinja2.Environment:
    """The templates, with every text escaped and no missing name passed over."""
    made = jinja2.Environment(
        loader=jinja2.FileSystemLoader(_TEMPLATES),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters["kind"] = _kind
    made.filters["svg"] = Markup
    made.filters["percent"] = percent
    made.filters["interval"] = interval
    # Numbers for drawing: hundredths of a per cent are finer than any screen.
    made.filters["place"] = lambda share: f"{share * 100:.2f}"
    style = (_TEMPLATES / "style.css").read_text(encoding="utf-8")
    made.globals["style"] = Markup(style)
    return made


def report_page(report: Report) -> str:
    """The whole report as one page that needs no script and no network."""
    return environment().get_template("report.html").render(report=report)


def write_lists(
    report: Report, lists: CaseLists, titles: Mapping[str, str], out: Path
) -> int:
    """Write every list into the folder; how many."""
    out.mkdir(parents=True, exist_ok=True)
    template = environment().get_template("case_list.html")
    number = 0
    for kept in lists:
        text = template.render(**_list(report, lists, kept, titles))
        (out / f"{kept.name}.html").write_text(text, encoding="utf-8")
        for name in lists.whole(kept):
            path = out / f"{name}.csv"
            if kept.table:
                whole_lists.write_children(lists.material, kept.table, path)
            elif not path.exists():
                whole_lists.write_standard(lists.material, name, path)
        number += 1
    return number


def _list(
    report: Report, lists: CaseLists, kept: CaseList, titles: Mapping[str, str]
) -> dict[str, object]:
    size = lists.size(kept)
    return {
        "report": report,
        "title": kept.title,
        "shown": case_lists.shown(size),
        "whole": [f"{name}.csv" for name in lists.whole(kept)],
        "above": kept.above,
        "columns": lists.columns(kept),
        "body": Markup(lists.body(kept, titles)),
        "with_cases": lists.with_cases,
    }


def _kind(block: Block) -> str:
    """Which macro draws the block."""
    return type(block).__name__.lower()

"""Charts drawn: a Vega-Lite description in, SVG out; the only place that knows how.

Each chart is drawn twice, for a page and for a telephone, so that its words stay
readable on both.
"""

import re
from collections.abc import Callable
from typing import Any

from trigpoint.publication.parts import Picture, Table

#: Widths in pixels of the two drawings.
WIDE, NARROW = 760, 340

Describe = Callable[[int], dict[str, Any]]


def svg(description: dict[str, Any], name: str) -> str:
    """The chart as SVG; `name` keeps its inner names apart from other charts' on a page."""
    import vl_convert

    drawn = vl_convert.vegalite_to_svg(vl_spec=description, vl_version="6.4")
    drawn = re.sub(r'(id="|url\(#|href="#)([A-Za-z0-9_-]+)', rf"\1{name}-\2", drawn)
    # The page tells the whole drawing as one picture; its inside has no roles to tell.
    drawn = re.sub(r' (?:role|class|aria-[a-z]+)="[^"]*"', "", drawn)
    return drawn[drawn.index("<svg") :]


def picture(
    *, slug: str, title: str, alternative: str, describe: Describe, table: Table
) -> Picture:
    """The chart for both widths, with the table that stands beneath it."""
    return Picture(
        slug=slug,
        title=title,
        alternative=alternative,
        wide=svg(describe(WIDE), f"{slug}-wide"),
        narrow=svg(describe(NARROW), f"{slug}-narrow"),
        table=table,
    )

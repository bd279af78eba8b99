"""A person of one role at a browser, and the pictures that are kept of what they saw."""

import re
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.support.site import Site

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
#: Pictures are kept here, to be looked at after the tests.
PICTURES = Path(__file__).resolve().parents[2] / "out" / "pictures"


@dataclass(frozen=True, slots=True)
class Visitor:
    """`page`: the browser's page."""

    page: Any
    address: str
    site: Site

    def signs_in(self, role: str) -> list[str]:
        """By name and password; what stands in the menu, without how much waits."""
        self.page.goto(f"{self.address}/sign-in/")
        self.page.fill("#name", role)
        self.page.fill("#password", self.site.password)
        self.presses("Sign in")
        links = self.page.locator("nav[aria-label=Menu] a")
        return [re.split(r"\s*\d", text)[0].strip() for text in links.all_inner_texts()]

    def goes(self, path: str) -> int:
        """To an address; the status of the answer."""
        return self.page.goto(self.address + path).status

    def presses(self, words: str, within: Any = None) -> None:  # noqa: ANN401
        """A button, and waits for what comes of it."""
        with self.page.expect_navigation():
            (within or self.page.locator("main")).get_by_role(
                "button", name=words
            ).first.click()

    def follows(self, words: str) -> None:
        """A link of the page's own part."""
        with self.page.expect_navigation():
            self.page.locator("main").get_by_role("link", name=words).first.click()

    @property
    def reads(self) -> str:
        """The words of the page's own part."""
        return self.page.inner_text("main")

    def keeps(self, name: str) -> None:
        """A picture of the page, wide and as on a telephone."""
        PICTURES.mkdir(parents=True, exist_ok=True)
        for width in (1280, 390):
            self.page.set_viewport_size({"width": width, "height": 900})
            path = PICTURES / f"{name}-{width}.png"
            self.page.screenshot(path=path, full_page=True)
        self.page.set_viewport_size({"width": 1280, "height": 900})

    def pictures(self, name: str) -> None:
        """A picture of the page at the width that it has."""
        PICTURES.mkdir(parents=True, exist_ok=True)
        width = self.page.viewport_size["width"]
        self.page.screenshot(path=PICTURES / f"{name}-{width}.png", full_page=True)

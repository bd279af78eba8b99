"""The forms of a page, filled in as a person fills them in."""

from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any


@dataclass
class Form:
    """What a form sends as it stands; `buttons`: name and value of each."""

    sent: dict[str, str] = field(default_factory=dict)
    buttons: list[tuple[str, str]] = field(default_factory=list)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.forms: list[Form] = []
        self.open: Form | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = {name: value or "" for name, value in attrs}
        if tag == "form":
            self.open = Form()
            self.forms.append(self.open)
        elif self.open is not None and told.get("name"):
            if tag == "button":
                self.open.buttons.append((told["name"], told.get("value", "")))
            elif tag in ("input", "textarea", "select"):
                self.open.sent[told["name"]] = told.get("value", "")

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self.open = None


def forms_of(body: bytes) -> list[Form]:
    """Every form of a page, in order."""
    reader = _Reader()
    reader.feed(body.decode())
    return reader.forms


def send(browser: Any, path: str, having: str, to: str = "", **filled: Any) -> Any:
    """Open a page, fill in its first form that has such a field, and send it."""
    page = browser.get(path)
    assert page.status_code == 200, (path, page.status_code)
    form = next(
        one
        for one in forms_of(page.content)
        if having in one.sent or having in dict(one.buttons)
    )
    sent = {**form.sent, **filled}
    sent.pop("csrfmiddlewaretoken", None)
    return browser.post(to or path.partition("?")[0], sent)

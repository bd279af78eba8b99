"""Signing in with an organisation's own accounts: a real provider, a real browser."""

import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.site import FORCE, Site, serving
from trigpoint.records.record import Refusal
from trigpoint.web.providers import FILE, Provider, read_providers

mock = pytest.importorskip("oidc_provider_mock", reason="no provider here")
TRIGPOINT = str(Path(sys.executable).with_name("trigpoint"))
WITH_FACTOR, WITHOUT, STRANGER = "s-1001", "s-1002", "s-9999"
GOOD = """[provider.fellshire]
called = "Fellshire accounts"
issuer = "http://localhost:{port}"
client_id = "trigpoint"
client_secret = "shared"
trusts_second_factor = {trusted}
"""


@pytest.fixture(scope="module")
def provider() -> Iterator[int]:
    """A provider that knows one person with a second factor and one without; its port."""
    users = (
        mock.User(sub=WITH_FACTOR, claims={"amr": ["pwd", "mfa"]}),
        mock.User(sub=WITHOUT, claims={"amr": ["pwd"]}),
    )
    with mock.run_server_in_thread(user_claims=users, require_nonce=True) as server:
        yield server.server_port


@pytest.fixture(scope="module")
def address(site: Site, provider: int) -> Iterator[str]:
    write(site, provider, trusted="true")
    for name, subject in (("DC1001", WITH_FACTOR), ("DC1002", WITHOUT)):
        run(site, "add", name, "--shown-as", f"{name} Person", "--organisation", FORCE,
            "--role", "hub-detective", "--begins", "2014-01-01")  # fmt: skip
        run(site, "connect", name, "--provider", "fellshire", "--subject", subject)
    with serving(site) as started:
        yield started
    (site.server.place / FILE).unlink()


def write(site: Site, port: int, *, trusted: str) -> None:
    path = site.server.place / FILE
    path.touch(mode=0o600)
    path.write_text(GOOD.format(port=port, trusted=trusted), encoding="utf-8")


def run(site: Site, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [TRIGPOINT, "account", *words, "--place", str(site.server.place)],
        capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip


def vouched(page: object, address: str, subject: str) -> None:
    """By the link on the sign-in page to the provider, and back."""
    page.goto(f"{address}/sign-in/?next=/figures/")  # type: ignore[attr-defined]
    page.click("text=Sign in with your account at Fellshire accounts")  # type: ignore[attr-defined]
    page.wait_for_url("**/oauth2/authorize**")  # type: ignore[attr-defined]
    page.fill("input[name=sub]", subject)  # type: ignore[attr-defined]
    with page.expect_navigation(url=f"{address}/**"):  # type: ignore[attr-defined]
        page.click("text=Authorize >> nth=1")  # type: ignore[attr-defined]


def test_who_showed_a_second_factor_there_comes_to_the_page_they_wanted(
    browser: object, address: str
) -> None:
    """And stands in the list of open sign-ins as vouched for."""
    page = browser.new_context().new_page()  # type: ignore[attr-defined]
    vouched(page, address, WITH_FACTOR)
    assert page.url == f"{address}/figures/"
    page.goto(f"{address}/my-sign-in/")
    assert "an account of your organisation" in page.inner_text("main")


def test_who_showed_none_sets_one_up_first(browser: object, address: str) -> None:
    """The organisation's word for the person is one factor, and not two."""
    page = browser.new_context().new_page()  # type: ignore[attr-defined]
    vouched(page, address, WITHOUT)
    assert page.url == f"{address}/my-sign-in/"
    page.goto(f"{address}/my-work/")
    assert page.url == f"{address}/my-sign-in/"


def test_a_stranger_is_told_what_to_ask_for(browser: object, address: str) -> None:
    """Who is vouched for and has no account here comes nowhere."""
    page = browser.new_context().new_page()  # type: ignore[attr-defined]
    vouched(page, address, STRANGER)
    said = page.inner_text("main")
    assert "no account here is yours" in said
    assert STRANGER in said
    page.goto(f"{address}/my-work/")
    assert "/sign-in/" in page.url


def test_an_answer_that_nobody_asked_for_signs_nobody_in(
    browser: object, address: str
) -> None:
    """Somebody else's answer, or one without the state of this browser: refused."""
    page = browser.new_context().new_page()  # type: ignore[attr-defined]
    answer = page.goto(f"{address}/sign-in/back/fellshire/?code=x&state=y")
    assert answer.status == 403
    assert "did not vouch for you" in page.inner_text("main")
    assert page.goto(f"{address}/sign-in/back/nobody/").url == f"{address}/sign-in/"


def test_a_name_already_connected_is_refused(site: Site, address: str) -> None:
    """So is an account that is not there: nothing is changed."""
    for name, subject in (("DC1002", WITH_FACTOR), ("NOBODY", "s-5")):
        done = run(
            site, "connect", name, "--provider", "fellshire", "--subject", subject
        )
        assert done.returncode == 2
        assert "Nothing was changed" in done.stderr


def test_without_trust_a_second_factor_is_asked_for_here() -> None:
    """What the provider says of factors counts only where the installation says so."""
    common = {"slug": "a", "called": "A", "issuer": "https://a", "client_id": "c",
              "client_secret": "s"}  # fmt: skip
    shown = {"amr": ["otp"]}
    assert Provider(**common, trusts_second_factor=True).factor_shown(shown)
    assert not Provider(**common).factor_shown(shown)
    assert not Provider(**common, trusts_second_factor=True).factor_shown({})


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[provider", "is not TOML"),
        ("[provider.a]\ncalled = 'A'\n", "lacking: issuer, client_id, client_secret"),
        (GOOD.format(port=1, trusted="true") + "colour = 'red'\n", "not known: colour"),
        (GOOD.format(port=1, trusted="true").replace("localhost", "away"), "https"),
    ],
)
def test_a_wrong_file_is_refused_in_words(
    tmp_path: Path, text: str, words: str
) -> None:
    """With the file and the table."""
    path = tmp_path / FILE
    path.touch(mode=0o600)
    path.write_text(text, encoding="utf-8")
    with pytest.raises(Refusal, match=words):
        read_providers(tmp_path)


def test_a_file_that_others_can_read_is_refused(tmp_path: Path) -> None:
    """It holds a secret; one that is put right is read anew."""
    path = tmp_path / FILE
    path.write_text(GOOD.format(port=1, trusted="true"), encoding="utf-8")
    path.chmod(0o644)
    with pytest.raises(Refusal, match="chmod 600"):
        read_providers(tmp_path)
    path.chmod(0o600)
    time.sleep(0.01)
    path.touch()
    assert list(read_providers(tmp_path)) == ["fellshire"]

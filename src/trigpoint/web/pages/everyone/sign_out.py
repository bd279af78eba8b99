"""Signing out."""

from trigpoint.web.pages.everyone.sign_in import sign_out
from trigpoint.web.site import Page

PAGE = Page(
    path="sign-out/", name="sign-out", title="Sign out", action=None, answer=sign_out,
    posts=True,
)  # fmt: skip

"""Every address of the site: made from the pages that declare them."""

from django.urls import URLPattern, path

from trigpoint.web.site import found, guarded

urlpatterns: list[URLPattern] = [
    path(page.path, guarded(page), name=page.name) for page in found()
]

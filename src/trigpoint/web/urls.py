"""Every address of the site: made from the pages that declare them, and the API."""

from django.urls import URLPattern, URLResolver, path

from trigpoint.web.api.routes import api
from trigpoint.web.site import found, guarded

urlpatterns: list[URLPattern | URLResolver] = [
    *(path(page.path, guarded(page), name=page.name) for page in found()),
    path("api/v1/", api.urls),
]

"""The Django app that keeps everything."""

from django.apps import AppConfig


class StorageConfig(AppConfig):
    """Tables, their policies and their migrations."""

    name = "trigpoint.storage"
    label = "storage"
    default_auto_field = "django.db.models.BigAutoField"

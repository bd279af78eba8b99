"""Addresses that are told when something changed, and what waits to be told."""

import uuid

from django.db import models

from trigpoint.storage.models.people import Organisation


class Webhook(models.Model):
    """An address that one organisation has told. Its secret is kept nowhere."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisation = models.ForeignKey(Organisation, models.CASCADE)
    address = models.TextField()
    made_at = models.DateTimeField(auto_now_add=True)
    ended_at = models.DateTimeField(null=True)


class Delivery(models.Model):
    """One telling: waiting, taken or given-up; `said`: what went wrong at the last try."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisation = models.ForeignKey(Organisation, models.CASCADE)
    webhook = models.ForeignKey(Webhook, models.CASCADE)
    event = models.TextField()
    about = models.JSONField(default=dict)
    state = models.SlugField(default="waiting")
    tries = models.IntegerField(default=0)
    made_at = models.DateTimeField(auto_now_add=True)
    next_at = models.DateTimeField()
    said = models.TextField(blank=True)

    class Meta:
        """Found by when it is due."""

        indexes = (
            models.Index(
                fields=("organisation", "next_at"),
                condition=models.Q(state="waiting"),
                name="delivery_due",
            ),
        )

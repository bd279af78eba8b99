"""Counts of judgements, what of them may leave the force, and to whom it may go."""

import uuid

from django.db import models

from trigpoint.storage.models.people import Organisation


class FigureCount(models.Model):
    """How duties came out, by standard, month of the trigger (2016-04) and district."""

    id = models.BigAutoField(primary_key=True)
    organisation = models.ForeignKey(Organisation, models.CASCADE)
    standard = models.SlugField(max_length=80)
    version = models.IntegerField()
    duty_holder = models.TextField()
    month = models.CharField(max_length=7)
    district = models.TextField(blank=True)
    met = models.IntegerField(default=0)
    late = models.IntegerField(default=0)
    missed = models.IntegerField(default=0)
    not_yet_due = models.IntegerField(default=0)
    excepted = models.IntegerField(default=0)
    cannot_tell = models.IntegerField(default=0)

    class Meta:
        """One row of counts for each."""

        constraints = (
            models.UniqueConstraint(
                fields=("organisation", "standard", "version", "duty_holder", "month",
                        "district"),
                name="one_count_each",
            ),
        )  # fmt: skip


class ReleasedFigure(models.Model):
    """What may leave the force: whole, by month or by district; null is withheld.

    `cut`: "" the whole, else month or district; `as_at`: the instant it was judged at.
    """

    id = models.BigAutoField(primary_key=True)
    organisation = models.ForeignKey(Organisation, models.CASCADE)
    standard = models.SlugField(max_length=80)
    cut = models.SlugField(blank=True)
    part = models.TextField(blank=True)
    judged = models.IntegerField(null=True)
    met = models.IntegerField(null=True)
    late = models.IntegerField(null=True)
    missed = models.IntegerField(null=True)
    cannot_tell = models.IntegerField(null=True)
    as_at = models.BigIntegerField()

    class Meta:
        """One row for each part."""

        constraints = (
            models.UniqueConstraint(
                fields=("organisation", "standard", "cut", "part"),
                name="one_release_each",
            ),
        )


class FigureAgreement(models.Model):
    """An agreement: the reader sees what of the owner's figures is released."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    owner = models.ForeignKey(Organisation, models.CASCADE, related_name="shows")
    reader = models.ForeignKey(Organisation, models.CASCADE, related_name="shown_by")
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        """One agreement for each pair."""

        constraints = (
            models.UniqueConstraint(
                fields=("owner", "reader"), name="one_figure_agreement_each"
            ),
        )

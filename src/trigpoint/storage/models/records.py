"""What came in: jobs, files with their receipts, and rows that need a person."""

import uuid

from django.db import models

from trigpoint.storage.models.people import Account, Organisation


class Job(models.Model):
    """A long piece of work, its progress and how it ended.

    `state`: waiting, running, done, cancelled or failed; `rows`: read so far.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisation = models.ForeignKey(Organisation, models.CASCADE)
    kind = models.SlugField()
    state = models.SlugField(default="waiting")
    said = models.TextField(blank=True)
    rows = models.BigIntegerField(default=0)
    asked_by = models.ForeignKey(Account, models.PROTECT, null=True)
    asked_at = models.DateTimeField(auto_now_add=True)
    ended_at = models.DateTimeField(null=True)
    began_at = models.DateTimeField(null=True)
    files = models.IntegerField(default=0, db_default=0)
    files_done = models.IntegerField(default=0, db_default=0)
    tries = models.IntegerField(default=0, db_default=0)
    cancel_asked = models.BooleanField(default=False, db_default=False)


class ReceivedFile(models.Model):
    """A file as it was read: received = accepted + quarantined + duplicate, always."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisation = models.ForeignKey(Organisation, models.CASCADE)
    job = models.ForeignKey(Job, models.PROTECT)
    file = models.TextField()
    sha256 = models.CharField(max_length=64)
    format = models.TextField()
    agency = models.TextField(blank=True)
    rows_received = models.BigIntegerField()
    rows_accepted = models.BigIntegerField()
    rows_quarantined = models.BigIntegerField()
    rows_duplicate = models.BigIntegerField()
    problems = models.JSONField(default=list)

    class Meta:
        """The sum is the database's own business."""

        constraints = (
            models.CheckConstraint(
                condition=models.Q(
                    rows_received=models.F("rows_accepted")
                    + models.F("rows_quarantined")
                    + models.F("rows_duplicate")
                ),
                name="every_row_is_accounted_for",
            ),
            models.UniqueConstraint(
                fields=("organisation", "job", "file"), name="a_file_once_a_job"
            ),
        )


class QuarantinedRow(models.Model):
    """A row set aside, with what is wrong and what became of it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisation = models.ForeignKey(Organisation, models.CASCADE)
    received = models.ForeignKey(ReceivedFile, models.CASCADE)
    sheet = models.TextField(blank=True)
    row = models.BigIntegerField(null=True)
    column = models.TextField(blank=True)
    code = models.SlugField()
    message = models.TextField()
    value = models.TextField(blank=True)
    settled_as = models.SlugField(blank=True)
    settled_because = models.TextField(blank=True)
    settled_by = models.ForeignKey(Account, models.PROTECT, null=True)
    settled_at = models.DateTimeField(null=True)

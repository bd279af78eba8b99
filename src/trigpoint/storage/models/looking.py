"""Every look at a record, and the heads of that log. Written by `append_entry` alone."""

from django.db import models

from trigpoint.storage.models.people import Organisation


class AccessEntry(models.Model):
    """One look, search, refusal or sign-in. `hash` chains it to the one before."""

    id = models.BigAutoField(primary_key=True)
    organisation = models.ForeignKey(Organisation, models.PROTECT)
    sequence = models.BigIntegerField()
    at = models.DateTimeField()
    actor = models.UUIDField(null=True)
    role = models.SlugField(blank=True)
    action = models.SlugField()
    child = models.CharField(max_length=40, blank=True)
    about = models.TextField(blank=True)
    reason = models.TextField(blank=True)
    previous = models.BinaryField()
    hash = models.BinaryField()

    class Meta:
        """One chain for each organisation."""

        constraints = (
            models.UniqueConstraint(
                fields=("organisation", "sequence"), name="one_chain_an_organisation"
            ),
        )
        indexes = (
            models.Index(fields=("organisation", "child", "sequence")),
            models.Index(fields=("organisation", "actor", "at")),
            # The few that somebody must review, found among all the others.
            models.Index(
                fields=("organisation", "sequence"),
                condition=models.Q(action="break-glass"),
                name="emergencies_on_the_log",
            ),
        )


class AccessHead(models.Model):
    """The end of an organisation's chain."""

    organisation = models.OneToOneField(Organisation, models.PROTECT, primary_key=True)
    sequence = models.BigIntegerField(default=0)
    hash = models.BinaryField()

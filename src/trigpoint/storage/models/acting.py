"""What people do in the system itself: acknowledge, claim done, enter, correct."""

import uuid

from django.db import models

from trigpoint.storage.models.people import Account, Organisation


class _Act(models.Model):
    """Who did it, for whom, when; never changed afterwards."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisation = models.ForeignKey(Organisation, models.CASCADE)
    by = models.ForeignKey(Account, models.PROTECT)
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        """Only its kinds are tables."""

        abstract = True


class Acknowledgement(_Act):
    """A person says that they have seen a duty; being shown it is not the same."""

    child = models.CharField(max_length=40)
    standard = models.SlugField(max_length=80)
    occasion = models.CharField(max_length=40)

    class Meta:
        """Looked up by the duty it is about, and by when it was said."""

        indexes = (
            models.Index(fields=("child", "standard", "occasion")),
            models.Index(fields=("organisation", "at")),
        )


class Claim(_Act):
    """Done, awaiting the record: the next import must bear it out.

    `reach`: how far the records of such acts reached when it was said (instant).
    """

    child = models.CharField(max_length=40)
    standard = models.SlugField(max_length=80)
    occasion = models.CharField(max_length=40)
    done_at = models.BigIntegerField()
    note = models.TextField(blank=True)
    reach = models.BigIntegerField(null=True)

    class Meta:
        """Looked up by the duty it is about, and by when it was said."""

        indexes = (
            models.Index(fields=("child", "standard", "occasion")),
            models.Index(fields=("organisation", "at")),
        )


class Entry(_Act):
    """What was entered here, as it was entered; the event it became is beside it."""

    child = models.CharField(max_length=40)
    kind = models.TextField()
    event = models.CharField(max_length=40)
    corrects = models.ForeignKey("self", models.PROTECT, null=True)
    given = models.JSONField(default=dict)

    class Meta:
        """Looked up by child: what was entered last."""

        indexes = (models.Index(fields=("organisation", "child", "at")),)


class ApiCall(models.Model):
    """What a program asked once under a key of its own, and what it was answered."""

    id = models.BigAutoField(primary_key=True)
    organisation = models.ForeignKey(Organisation, models.CASCADE)
    token = models.UUIDField()
    key = models.CharField(max_length=80)
    digest = models.CharField(max_length=64)
    answer = models.JSONField()
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        """The same key is answered the same."""

        constraints = (
            models.UniqueConstraint(fields=("token", "key"), name="a_key_once"),
        )


class EmergencyGrant(_Act):
    """Emergency access of one person to one child, until it ends by itself."""

    child = models.CharField(max_length=40)
    reason = models.TextField()
    ends_at = models.DateTimeField()

    class Meta:
        """Looked up by whose it is, and for whom."""

        indexes = (models.Index(fields=("organisation", "by", "child", "ends_at")),)


class NoticesRead(models.Model):
    """When a person last opened their notices: what only tells is new until then."""

    id = models.BigAutoField(primary_key=True)
    organisation = models.ForeignKey(Organisation, models.CASCADE)
    account = models.ForeignKey(Account, models.CASCADE)
    at = models.DateTimeField()

    class Meta:
        """One for a person in an organisation."""

        constraints = (
            models.UniqueConstraint(
                fields=("organisation", "account"), name="notices_read_once_each"
            ),
        )


class EmergencyReview(_Act):
    """What somebody else thought of one emergency access, and why; `entry`: in the log."""

    entry = models.BigIntegerField()
    justified = models.BooleanField()
    because = models.TextField()

    class Meta:
        """Reviewed once."""

        constraints = (
            models.UniqueConstraint(
                fields=("organisation", "entry"), name="an_emergency_reviewed_once"
            ),
        )


class LinkDecision(_Act):
    """Whether two records are one child, as a person decided; a newer one replaces it.

    `one`, `other`: namespace and id of a record; `shown`: what the person was shown.
    """

    one_space = models.TextField()
    one_id = models.TextField()
    other_space = models.TextField()
    other_id = models.TextField()
    same = models.BooleanField()
    because = models.TextField()
    shown = models.JSONField(default=dict)

"""The chronologies and the judgements on them, by organisation.

Instants are microseconds since 1970 UTC, as in the core. Event versions are only ever
added: the database refuses a change of one.
"""

import uuid

from django.db import models

from trigpoint.storage.models.people import Organisation


class ChildRecord(models.Model):
    """One agency's record that is this child's, how surely, and who decided it."""

    id = models.BigAutoField(primary_key=True)
    organisation = models.ForeignKey(Organisation, models.CASCADE)
    child = models.CharField(max_length=40)
    source = models.TextField()
    source_id = models.TextField()
    given_name = models.TextField(blank=True)
    surname = models.TextField(blank=True)
    born = models.DateField(null=True)
    link_probability = models.FloatField(null=True)
    decided_by = models.TextField(blank=True)

    class Meta:
        """A record is one child's at a time."""

        constraints = (
            models.UniqueConstraint(
                fields=("organisation", "source", "source_id"),
                name="a_record_is_one_child_s",
            ),
        )
        indexes = (models.Index(fields=("organisation", "child")),)


class EventVersion(models.Model):
    """One version of one event (`chronology/event.py`); `facts` as JSON."""

    id = models.BigAutoField(primary_key=True)
    organisation = models.ForeignKey(Organisation, models.CASCADE)
    child = models.CharField(max_length=40)
    event = models.CharField(max_length=40)
    kind = models.TextField()
    earliest = models.BigIntegerField()
    latest = models.BigIntegerField()
    recorded = models.BigIntegerField()
    source = models.TextField()
    agency = models.TextField()
    actor = models.TextField(blank=True)
    actor_rank = models.TextField(null=True)
    actor_skills = models.TextField(null=True)
    team = models.TextField(blank=True)
    district = models.TextField(blank=True)
    reference = models.TextField(blank=True)
    about = models.TextField(blank=True)
    adult = models.BooleanField(default=False)
    facts = models.JSONField(default=dict)
    source_file = models.TextField(blank=True)
    source_sheet = models.TextField(blank=True)
    source_row = models.TextField(blank=True)
    #: Of everything that makes this version: the same version sent again adds nothing.
    digest = models.CharField(max_length=64)

    class Meta:
        """The same version once; a child's chronology by child."""

        constraints = (
            models.UniqueConstraint(
                fields=("organisation", "digest"), name="an_event_version_once"
            ),
        )
        indexes = (
            models.Index(fields=("organisation", "child", "earliest")),
            models.Index(fields=("organisation", "kind", "earliest")),
        )


class EventChange(models.Model):
    """What became of an event version later: replaced from then on, or another child's.

    The version itself stays as it was; of several rows the last one holds.
    """

    id = models.BigAutoField(primary_key=True)
    organisation = models.ForeignKey(Organisation, models.CASCADE)
    digest = models.CharField(max_length=64)
    replaced = models.BigIntegerField(null=True)
    child = models.CharField(max_length=40, blank=True)

    class Meta:
        """Looked up by the version it is about."""

        indexes = (models.Index(fields=("organisation", "digest")),)


class SourceReach(models.Model):
    """How far one organisation's records of a kind of event reach."""

    id = models.BigAutoField(primary_key=True)
    organisation = models.ForeignKey(Organisation, models.CASCADE)
    kind = models.TextField()
    reach = models.BigIntegerField()
    column = models.TextField(blank=True)

    class Meta:
        """One reach for each kind."""

        constraints = (
            models.UniqueConstraint(
                fields=("organisation", "kind"), name="one_reach_a_kind"
            ),
        )


class JudgementRow(models.Model):
    """What is concluded now of one duty: derived, and made anew when anything changes."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisation = models.ForeignKey(Organisation, models.CASCADE)
    child = models.CharField(max_length=40)
    standard = models.SlugField(max_length=80)
    version = models.IntegerField()
    area = models.TextField()
    duty_holder = models.TextField()
    occasion = models.CharField(max_length=40)
    triggered_at = models.BigIntegerField()
    due_earliest = models.BigIntegerField(null=True)
    due_latest = models.BigIntegerField(null=True)
    outcome = models.SlugField()
    fault = models.TextField(blank=True)
    act = models.CharField(max_length=40, blank=True)
    act_latest = models.BigIntegerField(null=True)
    missing = models.TextField(blank=True)
    agency = models.TextField(blank=True)
    team = models.TextField(blank=True)
    district = models.TextField(blank=True)
    actor = models.TextField(blank=True)

    class Meta:
        """Looked up by child, and by what is due next."""

        indexes = (
            models.Index(fields=("organisation", "child")),
            models.Index(fields=("organisation", "outcome", "due_latest")),
            models.Index(fields=("organisation", "standard", "outcome", "due_latest")),
        )


class LinkProposal(models.Model):
    """Two records that are likely one child, as the last import found them.

    `shown`: probability, fields, warnings, and what each record says of its person.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisation = models.ForeignKey(Organisation, models.CASCADE)
    one_space = models.TextField()
    one_id = models.TextField()
    other_space = models.TextField()
    other_id = models.TextField()
    one_child = models.CharField(max_length=40, blank=True)
    other_child = models.CharField(max_length=40, blank=True)
    probability = models.FloatField()
    band = models.SlugField()
    shown = models.JSONField(default=dict)

    class Meta:
        """Read likeliest first."""

        indexes = (models.Index(fields=("organisation", "band", "-probability")),)


class Posting(models.Model):
    """An officer's rank and team from one day to another, as the force's own list says."""

    id = models.BigAutoField(primary_key=True)
    organisation = models.ForeignKey(Organisation, models.CASCADE)
    officer = models.CharField(max_length=80)
    rank = models.TextField(blank=True)
    team = models.TextField(blank=True)
    district = models.TextField(blank=True)
    begins = models.BigIntegerField()
    ends = models.BigIntegerField(null=True)

    class Meta:
        """Looked up by officer."""

        indexes = (models.Index(fields=("organisation", "officer")),)


class HeldSkill(models.Model):
    """An accreditation of an officer, with the last instant of its last valid day.

    `says_end`: whether the list has a column for that day at all.
    """

    id = models.BigAutoField(primary_key=True)
    organisation = models.ForeignKey(Organisation, models.CASCADE)
    officer = models.CharField(max_length=80)
    skill = models.SlugField()
    gained = models.BigIntegerField()
    expires = models.BigIntegerField(null=True)
    says_end = models.BooleanField(default=True, db_default=True)

    class Meta:
        """Looked up by officer."""

        indexes = (models.Index(fields=("organisation", "officer")),)


class Conflict(models.Model):
    """Two sources that say different things of a child: both kept, as the last import read."""

    id = models.BigAutoField(primary_key=True)
    organisation = models.ForeignKey(Organisation, models.CASCADE)
    child = models.CharField(max_length=40)
    what = models.TextField()
    source_a = models.TextField(blank=True)
    value_a = models.TextField(blank=True)
    place_a = models.TextField(blank=True)
    source_b = models.TextField(blank=True)
    value_b = models.TextField(blank=True)
    place_b = models.TextField(blank=True)

    class Meta:
        """Looked up by child."""

        indexes = (models.Index(fields=("organisation", "child")),)

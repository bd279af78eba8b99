"""Who may sign in, for whom they act, and since when."""

import uuid

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import Q


class Organisation(models.Model):
    """A force, a partner agency, the inspectorate or a commissioner's office."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    slug = models.SlugField(unique=True)
    name = models.TextField()
    kind = models.TextField()
    invented = models.BooleanField(default=False)


class AccountManager(BaseUserManager["Account"]):
    """Makes accounts; nobody is made an administrator by it."""

    def create_user(self, name: str, password: str, **others: object) -> "Account":
        """An account that can sign in with a password."""
        account = self.model(name=name, **others)
        account.set_password(password)
        account.save()
        return account


class Account(AbstractBaseUser):
    """One person's way in. It gives no right by itself: memberships do."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    name = models.TextField(unique=True)
    shown_as = models.TextField()
    email = models.EmailField(blank=True)
    is_active = models.BooleanField(default=True)
    demonstration = models.BooleanField(default=False)

    objects = AccountManager()
    USERNAME_FIELD = "name"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ("shown_as",)


class Membership(models.Model):
    """A role in an organisation, from a day to a day; read again at each request."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    account = models.ForeignKey(Account, models.CASCADE)
    organisation = models.ForeignKey(Organisation, models.CASCADE)
    role = models.SlugField()
    team = models.TextField(blank=True)
    district = models.TextField(blank=True)
    officer = models.TextField(blank=True)
    begins = models.DateField()
    ends = models.DateField(null=True, blank=True)

    class Meta:
        """One row for a person, place and role at a time."""

        constraints = (
            models.CheckConstraint(
                condition=Q(ends__isnull=True) | Q(ends__gt=models.F("begins")),
                name="membership_ends_after_it_begins",
            ),
        )


class Sharing(models.Model):
    """An agreement: a partner sees the part of the owner's records that is its own."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    owner = models.ForeignKey(Organisation, models.CASCADE, related_name="shares")
    partner = models.ForeignKey(Organisation, models.CASCADE, related_name="shared_by")
    agency = models.SlugField()

    class Meta:
        """One agreement for each agency's part."""

        constraints = (
            models.UniqueConstraint(
                fields=("owner", "partner", "agency"), name="one_agreement_each"
            ),
        )


class SecondFactor(models.Model):
    """What a person has besides a password: an app's secret, a security key, spare codes.

    `secret` is sealed with the installation's key (spare codes are hashed). `used`: the
    last time step of an app's code, or a key's own count of uses; neither is taken twice.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    account = models.ForeignKey(Account, models.CASCADE)
    kind = models.SlugField()
    called = models.TextField(blank=True)
    secret = models.TextField()
    used = models.BigIntegerField(default=0)
    made_at = models.DateTimeField(auto_now_add=True)
    used_at = models.DateTimeField(null=True)


class SignIn(models.Model):
    """A sign-in that is open: its session, and from what; ended by deleting both."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    account = models.ForeignKey(Account, models.CASCADE)
    session = models.CharField(max_length=40, unique=True)
    browser = models.TextField(blank=True)
    by = models.SlugField()
    began = models.DateTimeField(auto_now_add=True)


class FederatedName(models.Model):
    """What an account is called by who vouches for it: a provider's slug and its subject."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    account = models.ForeignKey(Account, models.CASCADE)
    provider = models.SlugField(max_length=40)
    subject = models.CharField(max_length=255)

    class Meta:
        """One account for each name."""

        constraints = (
            models.UniqueConstraint(
                fields=("provider", "subject"), name="one_account_each_name"
            ),
        )


class ApiToken(models.Model):
    """A program's way in: one role in one organisation, to a day. Only its hash is kept."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    membership = models.ForeignKey(Membership, models.CASCADE)
    called = models.TextField()
    hash = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField(auto_now_add=True)
    ends = models.DateField()

import core.facts
import django.db.models.deletion
import django.db.models.functions.comparison
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("accounts", "0001_initial"),
        ("core", "0001_functions"),
        ("pghistory", "0001_initial"),
        ("plans", "0001_initial"),
        ("standards", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Application",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True,
                        primary_key=True,
                        serialize=False,
                        verbose_name="ID",
                    ),
                ),
                ("row_version", models.PositiveIntegerField(default=1, editable=False)),
                ("source", models.TextField(blank=True, default="")),
                ("source_url", models.URLField(blank=True, default="", max_length=500)),
                (
                    "real",
                    models.BooleanField(
                        default=True,
                        help_text="false: an illustration, not a real record",
                    ),
                ),
                (
                    "reported_by",
                    models.DateField(
                        help_text="day on which the source was published or recorded"
                    ),
                ),
                ("recorded_at", models.DateTimeField(auto_now_add=True)),
                (
                    "recorded_by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("confirmed_on", models.DateField(blank=True, null=True)),
                (
                    "confirmed_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "irregular",
                    models.TextField(
                        blank=True,
                        default="",
                        help_text="why a fact against a rule of its day was recorded",
                    ),
                ),
                ("note", models.TextField(blank=True, default="")),
                (
                    "rollout",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="%(class)ss",
                        to="plans.rollout",
                    ),
                ),
                ("addressee", models.CharField(blank=True, default="", max_length=300)),
                ("number", models.CharField(blank=True, default="", max_length=80)),
                ("sent_on", models.DateField(blank=True, null=True)),
                (
                    "sent_on_precision",
                    models.CharField(
                        choices=[("day", "ngày"), ("month", "tháng"), ("year", "năm")],
                        default="day",
                        max_length=5,
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("being_prepared", "being_prepared"),
                            ("sent", "sent"),
                            ("returned", "returned"),
                        ],
                        default="being_prepared",
                        max_length=20,
                    ),
                ),
                ("returned_on", models.DateField(blank=True, null=True)),
                (
                    "counts_on",
                    models.GeneratedField(
                        db_persist=True,
                        expression=django.db.models.functions.comparison.Coalesce(
                            core.facts.SpanEnd(
                                models.F("sent_on"), models.F("sent_on_precision")
                            ),
                            models.Case(
                                models.When(
                                    models.Q(("state", "sent")),
                                    then=models.F("reported_by"),
                                )
                            ),
                        ),
                        output_field=models.DateField(null=True),
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("returned_on__gte", models.F("sent_on"))),
                        name="application__returned_before_sent",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ApplicationEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="trail",
                        to="certificates.application",
                    ),
                ),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                ("id", models.BigIntegerField()),
                ("row_version", models.PositiveIntegerField(default=1, editable=False)),
                ("source", models.TextField(blank=True, default="")),
                ("source_url", models.URLField(blank=True, default="", max_length=500)),
                (
                    "real",
                    models.BooleanField(
                        default=True,
                        help_text="false: an illustration, not a real record",
                    ),
                ),
                (
                    "reported_by",
                    models.DateField(
                        help_text="day on which the source was published or recorded"
                    ),
                ),
                ("recorded_at", models.DateTimeField(auto_now_add=True)),
                (
                    "recorded_by",
                    models.ForeignKey(
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("confirmed_on", models.DateField(blank=True, null=True)),
                (
                    "confirmed_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "irregular",
                    models.TextField(
                        blank=True,
                        default="",
                        help_text="why a fact against a rule of its day was recorded",
                    ),
                ),
                ("note", models.TextField(blank=True, default="")),
                (
                    "rollout",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="plans.rollout",
                    ),
                ),
                ("addressee", models.CharField(blank=True, default="", max_length=300)),
                ("number", models.CharField(blank=True, default="", max_length=80)),
                ("sent_on", models.DateField(blank=True, null=True)),
                (
                    "sent_on_precision",
                    models.CharField(
                        choices=[("day", "ngày"), ("month", "tháng"), ("year", "năm")],
                        default="day",
                        max_length=5,
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("being_prepared", "being_prepared"),
                            ("sent", "sent"),
                            ("returned", "returned"),
                        ],
                        default="being_prepared",
                        max_length=20,
                    ),
                ),
                ("returned_on", models.DateField(blank=True, null=True)),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Certificate",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True,
                        primary_key=True,
                        serialize=False,
                        verbose_name="ID",
                    ),
                ),
                ("row_version", models.PositiveIntegerField(default=1, editable=False)),
                ("source", models.TextField(blank=True, default="")),
                ("source_url", models.URLField(blank=True, default="", max_length=500)),
                (
                    "real",
                    models.BooleanField(
                        default=True,
                        help_text="false: an illustration, not a real record",
                    ),
                ),
                (
                    "reported_by",
                    models.DateField(
                        help_text="day on which the source was published or recorded"
                    ),
                ),
                ("recorded_at", models.DateTimeField(auto_now_add=True)),
                (
                    "recorded_by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("confirmed_on", models.DateField(blank=True, null=True)),
                (
                    "confirmed_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "irregular",
                    models.TextField(
                        blank=True,
                        default="",
                        help_text="why a fact against a rule of its day was recorded",
                    ),
                ),
                ("note", models.TextField(blank=True, default="")),
                (
                    "rollout",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="%(class)ss",
                        to="plans.rollout",
                    ),
                ),
                ("number", models.CharField(max_length=80)),
                ("issuer", models.CharField(max_length=300)),
                (
                    "edition",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="standards.edition",
                        to_field="code",
                    ),
                ),
                ("scope", models.TextField(blank=True, default="")),
                (
                    "decision_number",
                    models.CharField(blank=True, default="", max_length=80),
                ),
                ("issued_on", models.DateField(blank=True, null=True)),
                (
                    "issued_on_precision",
                    models.CharField(
                        choices=[("day", "ngày"), ("month", "tháng"), ("year", "năm")],
                        default="day",
                        max_length=5,
                    ),
                ),
                ("valid_from", models.DateField(blank=True, null=True)),
                (
                    "valid_from_precision",
                    models.CharField(
                        choices=[("day", "ngày"), ("month", "tháng"), ("year", "năm")],
                        default="day",
                        max_length=5,
                    ),
                ),
                ("valid_to", models.DateField(blank=True, null=True)),
                (
                    "counts_on",
                    models.GeneratedField(
                        db_persist=True,
                        expression=django.db.models.functions.comparison.Coalesce(
                            core.facts.SpanEnd(
                                models.F("valid_from"), models.F("valid_from_precision")
                            ),
                            core.facts.SpanEnd(
                                models.F("issued_on"), models.F("issued_on_precision")
                            ),
                            models.F("reported_by"),
                        ),
                        output_field=models.DateField(),
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("valid_to__gt", models.F("issued_on"))),
                        name="certificate__ended_before_issued",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("valid_to__gt", models.F("valid_from"))),
                        name="certificate__ended_before_valid",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("valid_from__gte", models.F("issued_on"))),
                        name="certificate__valid_before_issued",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="CertificateEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="trail",
                        to="certificates.certificate",
                    ),
                ),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                ("id", models.BigIntegerField()),
                ("row_version", models.PositiveIntegerField(default=1, editable=False)),
                ("source", models.TextField(blank=True, default="")),
                ("source_url", models.URLField(blank=True, default="", max_length=500)),
                (
                    "real",
                    models.BooleanField(
                        default=True,
                        help_text="false: an illustration, not a real record",
                    ),
                ),
                (
                    "reported_by",
                    models.DateField(
                        help_text="day on which the source was published or recorded"
                    ),
                ),
                ("recorded_at", models.DateTimeField(auto_now_add=True)),
                (
                    "recorded_by",
                    models.ForeignKey(
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("confirmed_on", models.DateField(blank=True, null=True)),
                (
                    "confirmed_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "irregular",
                    models.TextField(
                        blank=True,
                        default="",
                        help_text="why a fact against a rule of its day was recorded",
                    ),
                ),
                ("note", models.TextField(blank=True, default="")),
                (
                    "rollout",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="plans.rollout",
                    ),
                ),
                ("number", models.CharField(max_length=80)),
                ("issuer", models.CharField(max_length=300)),
                (
                    "edition",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="standards.edition",
                        to_field="code",
                    ),
                ),
                ("scope", models.TextField(blank=True, default="")),
                (
                    "decision_number",
                    models.CharField(blank=True, default="", max_length=80),
                ),
                ("issued_on", models.DateField(blank=True, null=True)),
                (
                    "issued_on_precision",
                    models.CharField(
                        choices=[("day", "ngày"), ("month", "tháng"), ("year", "năm")],
                        default="day",
                        max_length=5,
                    ),
                ),
                ("valid_from", models.DateField(blank=True, null=True)),
                (
                    "valid_from_precision",
                    models.CharField(
                        choices=[("day", "ngày"), ("month", "tháng"), ("year", "năm")],
                        default="day",
                        max_length=5,
                    ),
                ),
                ("valid_to", models.DateField(blank=True, null=True)),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Declaration",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True,
                        primary_key=True,
                        serialize=False,
                        verbose_name="ID",
                    ),
                ),
                ("row_version", models.PositiveIntegerField(default=1, editable=False)),
                ("source", models.TextField(blank=True, default="")),
                ("source_url", models.URLField(blank=True, default="", max_length=500)),
                (
                    "real",
                    models.BooleanField(
                        default=True,
                        help_text="false: an illustration, not a real record",
                    ),
                ),
                (
                    "reported_by",
                    models.DateField(
                        help_text="day on which the source was published or recorded"
                    ),
                ),
                ("recorded_at", models.DateTimeField(auto_now_add=True)),
                (
                    "recorded_by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("confirmed_on", models.DateField(blank=True, null=True)),
                (
                    "confirmed_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "irregular",
                    models.TextField(
                        blank=True,
                        default="",
                        help_text="why a fact against a rule of its day was recorded",
                    ),
                ),
                ("note", models.TextField(blank=True, default="")),
                (
                    "rollout",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="%(class)ss",
                        to="plans.rollout",
                    ),
                ),
                ("number", models.CharField(blank=True, default="", max_length=80)),
                (
                    "edition",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="standards.edition",
                        to_field="code",
                    ),
                ),
                ("scope", models.TextField(blank=True, default="")),
                (
                    "kind",
                    models.CharField(
                        choices=[("first", "first"), ("again", "again")],
                        default="first",
                        max_length=10,
                    ),
                ),
                (
                    "why_again",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("adjusted", "adjusted"),
                            ("extended", "extended"),
                            ("narrowed", "narrowed"),
                            ("edition_changed", "edition_changed"),
                            ("agency_renamed", "agency_renamed"),
                        ],
                        default="",
                        max_length=20,
                    ),
                ),
                ("signer", models.CharField(blank=True, default="", max_length=200)),
                ("signed_on", models.DateField(blank=True, null=True)),
                (
                    "signed_on_precision",
                    models.CharField(
                        choices=[("day", "ngày"), ("month", "tháng"), ("year", "năm")],
                        default="day",
                        max_length=5,
                    ),
                ),
                ("posted_on", models.DateField(blank=True, null=True)),
                ("posted_url", models.URLField(blank=True, default="", max_length=500)),
                ("notified_on", models.DateField(blank=True, null=True)),
                (
                    "counts_on",
                    models.GeneratedField(
                        db_persist=True,
                        expression=django.db.models.functions.comparison.Coalesce(
                            core.facts.SpanEnd(
                                models.F("signed_on"), models.F("signed_on_precision")
                            ),
                            models.F("reported_by"),
                        ),
                        output_field=models.DateField(),
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("posted_on__gte", models.F("signed_on"))),
                        name="declaration__posted_before_signed",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="DeclarationEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="trail",
                        to="certificates.declaration",
                    ),
                ),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                ("id", models.BigIntegerField()),
                ("row_version", models.PositiveIntegerField(default=1, editable=False)),
                ("source", models.TextField(blank=True, default="")),
                ("source_url", models.URLField(blank=True, default="", max_length=500)),
                (
                    "real",
                    models.BooleanField(
                        default=True,
                        help_text="false: an illustration, not a real record",
                    ),
                ),
                (
                    "reported_by",
                    models.DateField(
                        help_text="day on which the source was published or recorded"
                    ),
                ),
                ("recorded_at", models.DateTimeField(auto_now_add=True)),
                (
                    "recorded_by",
                    models.ForeignKey(
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("confirmed_on", models.DateField(blank=True, null=True)),
                (
                    "confirmed_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "irregular",
                    models.TextField(
                        blank=True,
                        default="",
                        help_text="why a fact against a rule of its day was recorded",
                    ),
                ),
                ("note", models.TextField(blank=True, default="")),
                (
                    "rollout",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="plans.rollout",
                    ),
                ),
                ("number", models.CharField(blank=True, default="", max_length=80)),
                (
                    "edition",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="standards.edition",
                        to_field="code",
                    ),
                ),
                ("scope", models.TextField(blank=True, default="")),
                (
                    "kind",
                    models.CharField(
                        choices=[("first", "first"), ("again", "again")],
                        default="first",
                        max_length=10,
                    ),
                ),
                (
                    "why_again",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("adjusted", "adjusted"),
                            ("extended", "extended"),
                            ("narrowed", "narrowed"),
                            ("edition_changed", "edition_changed"),
                            ("agency_renamed", "agency_renamed"),
                        ],
                        default="",
                        max_length=20,
                    ),
                ),
                ("signer", models.CharField(blank=True, default="", max_length=200)),
                ("signed_on", models.DateField(blank=True, null=True)),
                (
                    "signed_on_precision",
                    models.CharField(
                        choices=[("day", "ngày"), ("month", "tháng"), ("year", "năm")],
                        default="day",
                        max_length=5,
                    ),
                ),
                ("posted_on", models.DateField(blank=True, null=True)),
                ("posted_url", models.URLField(blank=True, default="", max_length=500)),
                ("notified_on", models.DateField(blank=True, null=True)),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="StatusEvent",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True,
                        primary_key=True,
                        serialize=False,
                        verbose_name="ID",
                    ),
                ),
                ("row_version", models.PositiveIntegerField(default=1, editable=False)),
                ("source", models.TextField(blank=True, default="")),
                ("source_url", models.URLField(blank=True, default="", max_length=500)),
                (
                    "real",
                    models.BooleanField(
                        default=True,
                        help_text="false: an illustration, not a real record",
                    ),
                ),
                (
                    "reported_by",
                    models.DateField(
                        help_text="day on which the source was published or recorded"
                    ),
                ),
                ("recorded_at", models.DateTimeField(auto_now_add=True)),
                (
                    "recorded_by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("confirmed_on", models.DateField(blank=True, null=True)),
                (
                    "confirmed_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "irregular",
                    models.TextField(
                        blank=True,
                        default="",
                        help_text="why a fact against a rule of its day was recorded",
                    ),
                ),
                ("note", models.TextField(blank=True, default="")),
                (
                    "rollout",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="%(class)ss",
                        to="plans.rollout",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("suspended", "suspended"),
                            ("restored", "restored"),
                            ("withdrawn", "withdrawn"),
                            ("cancelled", "cancelled"),
                            ("reduced", "reduced"),
                            ("paused", "paused"),
                            ("resumed", "resumed"),
                        ],
                        max_length=12,
                    ),
                ),
                (
                    "certificate",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="events",
                        to="certificates.certificate",
                    ),
                ),
                (
                    "declaration",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="events",
                        to="certificates.declaration",
                    ),
                ),
                ("on", models.DateField(blank=True, null=True)),
                (
                    "on_precision",
                    models.CharField(
                        choices=[("day", "ngày"), ("month", "tháng"), ("year", "năm")],
                        default="day",
                        max_length=5,
                    ),
                ),
                ("cause", models.TextField(blank=True, default="")),
                (
                    "document_number",
                    models.CharField(blank=True, default="", max_length=80),
                ),
                (
                    "counts_on",
                    models.GeneratedField(
                        db_persist=True,
                        expression=django.db.models.functions.comparison.Coalesce(
                            core.facts.SpanEnd(
                                models.F("on"), models.F("on_precision")
                            ),
                            models.F("reported_by"),
                        ),
                        output_field=models.DateField(),
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(
                        fields=["rollout", "kind", "counts_on"], name="event_of_rollout"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="StatusEventEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="trail",
                        to="certificates.statusevent",
                    ),
                ),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                ("id", models.BigIntegerField()),
                ("row_version", models.PositiveIntegerField(default=1, editable=False)),
                ("source", models.TextField(blank=True, default="")),
                ("source_url", models.URLField(blank=True, default="", max_length=500)),
                (
                    "real",
                    models.BooleanField(
                        default=True,
                        help_text="false: an illustration, not a real record",
                    ),
                ),
                (
                    "reported_by",
                    models.DateField(
                        help_text="day on which the source was published or recorded"
                    ),
                ),
                ("recorded_at", models.DateTimeField(auto_now_add=True)),
                (
                    "recorded_by",
                    models.ForeignKey(
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("confirmed_on", models.DateField(blank=True, null=True)),
                (
                    "confirmed_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "irregular",
                    models.TextField(
                        blank=True,
                        default="",
                        help_text="why a fact against a rule of its day was recorded",
                    ),
                ),
                ("note", models.TextField(blank=True, default="")),
                (
                    "rollout",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="plans.rollout",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("suspended", "suspended"),
                            ("restored", "restored"),
                            ("withdrawn", "withdrawn"),
                            ("cancelled", "cancelled"),
                            ("reduced", "reduced"),
                            ("paused", "paused"),
                            ("resumed", "resumed"),
                        ],
                        max_length=12,
                    ),
                ),
                (
                    "certificate",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="certificates.certificate",
                    ),
                ),
                (
                    "declaration",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="certificates.declaration",
                    ),
                ),
                ("on", models.DateField(blank=True, null=True)),
                (
                    "on_precision",
                    models.CharField(
                        choices=[("day", "ngày"), ("month", "tháng"), ("year", "năm")],
                        default="day",
                        max_length=5,
                    ),
                ),
                ("cause", models.TextField(blank=True, default="")),
                (
                    "document_number",
                    models.CharField(blank=True, default="", max_length=80),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
    ]

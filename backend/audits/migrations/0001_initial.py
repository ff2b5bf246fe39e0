import core.facts
import django.db.models.deletion
import django.db.models.functions.comparison
import django.db.models.lookups
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("accounts", "0001_initial"),
        ("agencies", "0001_initial"),
        ("core", "0001_functions"),
        ("documents", "0001_initial"),
        ("pghistory", "0001_initial"),
        ("plans", "0001_initial"),
        ("standards", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Audit",
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
                    "kind",
                    models.CharField(
                        choices=[
                            ("external", "external"),
                            ("internal", "internal"),
                            ("inspection", "inspection"),
                        ],
                        max_length=10,
                    ),
                ),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="audits",
                        to="agencies.agency",
                    ),
                ),
                (
                    "rollout",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="audits",
                        to="plans.rollout",
                    ),
                ),
                (
                    "body",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="audits",
                        to="standards.certificationbody",
                    ),
                ),
                (
                    "type",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("stage1", "stage1"),
                            ("stage2", "stage2"),
                            ("surveillance1", "surveillance1"),
                            ("surveillance2", "surveillance2"),
                            ("recertification", "recertification"),
                            ("transition", "transition"),
                            ("extension", "extension"),
                            ("special", "special"),
                        ],
                        default="",
                        max_length=20,
                    ),
                ),
                (
                    "edition",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="standards.edition",
                        to_field="code",
                    ),
                ),
                ("planned_on", models.DateField(blank=True, null=True)),
                ("from_on", models.DateField(blank=True, null=True)),
                (
                    "from_on_precision",
                    models.CharField(
                        choices=[("day", "ngày"), ("month", "tháng"), ("year", "năm")],
                        default="day",
                        max_length=5,
                    ),
                ),
                ("to_on", models.DateField(blank=True, null=True)),
                (
                    "to_on_precision",
                    models.CharField(
                        choices=[("day", "ngày"), ("month", "tháng"), ("year", "năm")],
                        default="day",
                        max_length=5,
                    ),
                ),
                ("lead", models.CharField(blank=True, default="", max_length=200)),
                (
                    "report_number",
                    models.CharField(blank=True, default="", max_length=80),
                ),
                (
                    "recommendation",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("grant", "grant"),
                            ("grant_after_correction", "grant_after_correction"),
                            ("refuse", "refuse"),
                            ("maintain", "maintain"),
                            ("suspend", "suspend"),
                        ],
                        default="",
                        max_length=30,
                    ),
                ),
                (
                    "result",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("passed", "passed"),
                            ("to_correct", "to_correct"),
                            ("failed", "failed"),
                        ],
                        default="",
                        max_length=20,
                    ),
                ),
                ("conclusions", models.TextField(blank=True, default="")),
                (
                    "counts_on",
                    models.GeneratedField(
                        db_persist=True,
                        expression=django.db.models.functions.comparison.Coalesce(
                            core.facts.SpanEnd(
                                models.F("to_on"), models.F("to_on_precision")
                            ),
                            core.facts.SpanEnd(
                                models.F("from_on"), models.F("from_on_precision")
                            ),
                            models.Case(
                                models.When(
                                    planned_on__isnull=True,
                                    then=models.F("reported_by"),
                                )
                            ),
                        ),
                        output_field=models.DateField(null=True),
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(
                        fields=["agency", "kind", "counts_on"], name="audit_by_agency"
                    )
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=django.db.models.lookups.GreaterThanOrEqual(
                            core.facts.SpanEnd(
                                models.F("to_on"), models.F("to_on_precision")
                            ),
                            models.F("from_on"),
                        ),
                        name="audit__ended_before_started",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("kind", "external"), ("rollout__isnull", False)),
                            ("kind__in", ["internal", "inspection"]),
                            _connector="OR",
                        ),
                        name="audit__external_without_rollout",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="AuditEvent",
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
                        to="audits.audit",
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
                    "kind",
                    models.CharField(
                        choices=[
                            ("external", "external"),
                            ("internal", "internal"),
                            ("inspection", "inspection"),
                        ],
                        max_length=10,
                    ),
                ),
                (
                    "agency",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="agencies.agency",
                    ),
                ),
                (
                    "rollout",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="plans.rollout",
                    ),
                ),
                (
                    "body",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="standards.certificationbody",
                    ),
                ),
                (
                    "type",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("stage1", "stage1"),
                            ("stage2", "stage2"),
                            ("surveillance1", "surveillance1"),
                            ("surveillance2", "surveillance2"),
                            ("recertification", "recertification"),
                            ("transition", "transition"),
                            ("extension", "extension"),
                            ("special", "special"),
                        ],
                        default="",
                        max_length=20,
                    ),
                ),
                (
                    "edition",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="standards.edition",
                        to_field="code",
                    ),
                ),
                ("planned_on", models.DateField(blank=True, null=True)),
                ("from_on", models.DateField(blank=True, null=True)),
                (
                    "from_on_precision",
                    models.CharField(
                        choices=[("day", "ngày"), ("month", "tháng"), ("year", "năm")],
                        default="day",
                        max_length=5,
                    ),
                ),
                ("to_on", models.DateField(blank=True, null=True)),
                (
                    "to_on_precision",
                    models.CharField(
                        choices=[("day", "ngày"), ("month", "tháng"), ("year", "năm")],
                        default="day",
                        max_length=5,
                    ),
                ),
                ("lead", models.CharField(blank=True, default="", max_length=200)),
                (
                    "report_number",
                    models.CharField(blank=True, default="", max_length=80),
                ),
                (
                    "recommendation",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("grant", "grant"),
                            ("grant_after_correction", "grant_after_correction"),
                            ("refuse", "refuse"),
                            ("maintain", "maintain"),
                            ("suspend", "suspend"),
                        ],
                        default="",
                        max_length=30,
                    ),
                ),
                (
                    "result",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("passed", "passed"),
                            ("to_correct", "to_correct"),
                            ("failed", "failed"),
                        ],
                        default="",
                        max_length=20,
                    ),
                ),
                ("conclusions", models.TextField(blank=True, default="")),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Finding",
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
                    "audit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="findings",
                        to="audits.audit",
                    ),
                ),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="findings",
                        to="agencies.agency",
                    ),
                ),
                (
                    "rollout",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="findings",
                        to="plans.rollout",
                    ),
                ),
                (
                    "source_kind",
                    models.CharField(
                        choices=[
                            ("external", "external"),
                            ("internal", "internal"),
                            ("inspection", "inspection"),
                        ],
                        max_length=10,
                    ),
                ),
                ("code", models.CharField(blank=True, default="", max_length=40)),
                (
                    "grade",
                    models.CharField(
                        choices=[
                            ("major", "major"),
                            ("minor", "minor"),
                            ("observation", "observation"),
                        ],
                        max_length=12,
                    ),
                ),
                ("clause", models.CharField(blank=True, default="", max_length=20)),
                ("unit", models.CharField(blank=True, default="", max_length=200)),
                (
                    "document",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="findings",
                        to="documents.document",
                    ),
                ),
                ("description", models.TextField(blank=True, default="")),
                ("raised_on", models.DateField(blank=True, null=True)),
                (
                    "raised_on_precision",
                    models.CharField(
                        choices=[("day", "ngày"), ("month", "tháng"), ("year", "năm")],
                        default="day",
                        max_length=5,
                    ),
                ),
                ("due_on", models.DateField(blank=True, null=True)),
                (
                    "days_early_reported",
                    models.SmallIntegerField(
                        blank=True,
                        help_text="calendar days early as a source says, negative when late",
                        null=True,
                    ),
                ),
                (
                    "counts_on",
                    models.GeneratedField(
                        db_persist=True,
                        expression=django.db.models.functions.comparison.Coalesce(
                            core.facts.SpanEnd(
                                models.F("raised_on"), models.F("raised_on_precision")
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
                        fields=["rollout", "source_kind"], name="finding_of_rollout"
                    ),
                    models.Index(fields=["agency"], name="finding_of_agency"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("due_on__gte", models.F("raised_on"))),
                        name="finding__due_before_raised",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="FindingEvent",
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
                        to="audits.finding",
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
                    "audit",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="audits.audit",
                    ),
                ),
                (
                    "agency",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="agencies.agency",
                    ),
                ),
                (
                    "rollout",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="plans.rollout",
                    ),
                ),
                (
                    "source_kind",
                    models.CharField(
                        choices=[
                            ("external", "external"),
                            ("internal", "internal"),
                            ("inspection", "inspection"),
                        ],
                        max_length=10,
                    ),
                ),
                ("code", models.CharField(blank=True, default="", max_length=40)),
                (
                    "grade",
                    models.CharField(
                        choices=[
                            ("major", "major"),
                            ("minor", "minor"),
                            ("observation", "observation"),
                        ],
                        max_length=12,
                    ),
                ),
                ("clause", models.CharField(blank=True, default="", max_length=20)),
                ("unit", models.CharField(blank=True, default="", max_length=200)),
                (
                    "document",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="documents.document",
                    ),
                ),
                ("description", models.TextField(blank=True, default="")),
                ("raised_on", models.DateField(blank=True, null=True)),
                (
                    "raised_on_precision",
                    models.CharField(
                        choices=[("day", "ngày"), ("month", "tháng"), ("year", "năm")],
                        default="day",
                        max_length=5,
                    ),
                ),
                ("due_on", models.DateField(blank=True, null=True)),
                (
                    "days_early_reported",
                    models.SmallIntegerField(
                        blank=True,
                        help_text="calendar days early as a source says, negative when late",
                        null=True,
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="FindingStep",
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
                    "finding",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="steps",
                        to="audits.finding",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("completed", "completed"),
                            ("verified", "verified"),
                            ("disposed", "disposed"),
                            ("extended", "extended"),
                        ],
                        max_length=12,
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
                    "verified_by",
                    models.CharField(blank=True, default="", max_length=200),
                ),
                (
                    "disposition",
                    models.CharField(
                        blank=True,
                        choices=[("done", "done"), ("not_done", "not_done")],
                        default="",
                        max_length=10,
                    ),
                ),
                ("explanation", models.TextField(blank=True, default="")),
                ("due_on", models.DateField(blank=True, null=True)),
                (
                    "approved_by",
                    models.CharField(blank=True, default="", max_length=200),
                ),
                ("reopened_on", models.DateField(blank=True, null=True)),
                ("reopen_reason", models.TextField(blank=True, default="")),
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
                        fields=["finding", "kind"],
                        include=("counts_on", "reopened_on"),
                        name="step_of_finding",
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(
                            ("reopened_on", None),
                            models.Q(("kind", "extended"), _negated=True),
                        ),
                        fields=("finding", "kind"),
                        name="finding_step__standing",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("reopened_on__gte", models.F("on"))),
                        name="finding_step__reopened_before_done",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="FindingStepEvent",
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
                        to="audits.findingstep",
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
                    "finding",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="audits.finding",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("completed", "completed"),
                            ("verified", "verified"),
                            ("disposed", "disposed"),
                            ("extended", "extended"),
                        ],
                        max_length=12,
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
                    "verified_by",
                    models.CharField(blank=True, default="", max_length=200),
                ),
                (
                    "disposition",
                    models.CharField(
                        blank=True,
                        choices=[("done", "done"), ("not_done", "not_done")],
                        default="",
                        max_length=10,
                    ),
                ),
                ("explanation", models.TextField(blank=True, default="")),
                ("due_on", models.DateField(blank=True, null=True)),
                (
                    "approved_by",
                    models.CharField(blank=True, default="", max_length=200),
                ),
                ("reopened_on", models.DateField(blank=True, null=True)),
                ("reopen_reason", models.TextField(blank=True, default="")),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="CorrectiveAction",
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
                    "finding",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="actions",
                        to="audits.finding",
                    ),
                ),
                ("what", models.TextField()),
                (
                    "responsible",
                    models.CharField(blank=True, default="", max_length=200),
                ),
                ("due_on", models.DateField(blank=True, null=True)),
                ("done_on", models.DateField(blank=True, null=True)),
                (
                    "accepted_on",
                    models.DateField(
                        blank=True,
                        help_text="day on which the auditor accepted this plan",
                        null=True,
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="CorrectiveActionEvent",
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
                        to="audits.correctiveaction",
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
                    "finding",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="audits.finding",
                    ),
                ),
                ("what", models.TextField()),
                (
                    "responsible",
                    models.CharField(blank=True, default="", max_length=200),
                ),
                ("due_on", models.DateField(blank=True, null=True)),
                ("done_on", models.DateField(blank=True, null=True)),
                (
                    "accepted_on",
                    models.DateField(
                        blank=True,
                        help_text="day on which the auditor accepted this plan",
                        null=True,
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
    ]

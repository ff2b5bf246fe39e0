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
        ("pghistory", "0001_initial"),
        ("plans", "0001_initial"),
        ("standards", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Document",
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
                ("code", models.CharField(max_length=60)),
                ("title", models.CharField(blank=True, default="", max_length=500)),
                (
                    "kind",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="standards.documentkind",
                        to_field="code",
                    ),
                ),
                ("unit", models.CharField(blank=True, default="", max_length=200)),
                ("field", models.CharField(blank=True, default="", max_length=200)),
                ("listed_on", models.DateField(blank=True, null=True)),
                (
                    "listed_on_precision",
                    models.CharField(
                        choices=[("day", "ngày"), ("month", "tháng"), ("year", "năm")],
                        default="day",
                        max_length=5,
                    ),
                ),
                ("withdrawn_on", models.DateField(blank=True, null=True)),
                ("placeholder", models.BooleanField(default=False)),
                (
                    "counts_on",
                    models.GeneratedField(
                        db_persist=True,
                        expression=django.db.models.functions.comparison.Coalesce(
                            core.facts.SpanEnd(
                                models.F("listed_on"), models.F("listed_on_precision")
                            ),
                            models.F("reported_by"),
                        ),
                        output_field=models.DateField(),
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("withdrawn_on", None)),
                        fields=("rollout", "code"),
                        name="document__code_taken",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("withdrawn_on__gte", models.F("listed_on"))
                        ),
                        name="document__withdrawn_before_listed",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="DocumentEvent",
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
                        to="documents.document",
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
                ("code", models.CharField(max_length=60)),
                ("title", models.CharField(blank=True, default="", max_length=500)),
                (
                    "kind",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="standards.documentkind",
                        to_field="code",
                    ),
                ),
                ("unit", models.CharField(blank=True, default="", max_length=200)),
                ("field", models.CharField(blank=True, default="", max_length=200)),
                ("listed_on", models.DateField(blank=True, null=True)),
                (
                    "listed_on_precision",
                    models.CharField(
                        choices=[("day", "ngày"), ("month", "tháng"), ("year", "năm")],
                        default="day",
                        max_length=5,
                    ),
                ),
                ("withdrawn_on", models.DateField(blank=True, null=True)),
                ("placeholder", models.BooleanField(default=False)),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="DocumentHolder",
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
                (
                    "document",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="holders",
                        to="documents.document",
                    ),
                ),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.agency",
                    ),
                ),
                ("held_from", models.DateField()),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("document", "held_from"), name="document_holder__known"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="DocumentHolderEvent",
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
                        to="documents.documentholder",
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
                (
                    "document",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="documents.document",
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
                ("held_from", models.DateField()),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Promulgation",
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
                ("signed_on", models.DateField(blank=True, null=True)),
                (
                    "signed_on_precision",
                    models.CharField(
                        choices=[("day", "ngày"), ("month", "tháng"), ("year", "năm")],
                        default="day",
                        max_length=5,
                    ),
                ),
                ("effective_on", models.DateField(blank=True, null=True)),
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
                        condition=django.db.models.lookups.GreaterThanOrEqual(
                            models.F("effective_on"), models.F("signed_on")
                        ),
                        name="promulgation__effective_before_signed",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="PromulgationEvent",
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
                        to="documents.promulgation",
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
                ("signed_on", models.DateField(blank=True, null=True)),
                (
                    "signed_on_precision",
                    models.CharField(
                        choices=[("day", "ngày"), ("month", "tháng"), ("year", "năm")],
                        default="day",
                        max_length=5,
                    ),
                ),
                ("effective_on", models.DateField(blank=True, null=True)),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="DocumentVersion",
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
                    "document",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="versions",
                        to="documents.document",
                    ),
                ),
                (
                    "promulgation",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="versions",
                        to="documents.promulgation",
                    ),
                ),
                ("issue_no", models.PositiveSmallIntegerField(default=1)),
                ("revision_no", models.PositiveSmallIntegerField(default=0)),
                ("drafted_on", models.DateField(blank=True, null=True)),
                ("reviewed_on", models.DateField(blank=True, null=True)),
                ("approved_on", models.DateField(blank=True, null=True)),
                ("issued_on", models.DateField(blank=True, null=True)),
                ("effective_on", models.DateField(blank=True, null=True)),
                ("withdrawn_on", models.DateField(blank=True, null=True)),
                (
                    "change_reason",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("procedure_changed", "procedure_changed"),
                            ("law_changed", "law_changed"),
                            ("organisation", "organisation"),
                            ("improvement", "improvement"),
                            ("corrective_action", "corrective_action"),
                            ("edition_transition", "edition_transition"),
                        ],
                        default="",
                        max_length=30,
                    ),
                ),
                ("change_summary", models.TextField(blank=True, default="")),
            ],
            options={
                "indexes": [
                    models.Index(
                        fields=["document"],
                        include=(
                            "drafted_on",
                            "issued_on",
                            "effective_on",
                            "withdrawn_on",
                        ),
                        name="version_of_document",
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("document", "issue_no", "revision_no"),
                        name="document_version__known",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.lookups.GreaterThanOrEqual(
                            models.F("reviewed_on"), models.F("drafted_on")
                        ),
                        name="document_version__reviewed_before_drafted",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.lookups.GreaterThanOrEqual(
                            models.F("approved_on"), models.F("reviewed_on")
                        ),
                        name="document_version__approved_before_reviewed",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.lookups.GreaterThanOrEqual(
                            models.F("approved_on"), models.F("drafted_on")
                        ),
                        name="document_version__approved_before_drafted",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.lookups.GreaterThanOrEqual(
                            models.F("issued_on"), models.F("approved_on")
                        ),
                        name="document_version__issued_before_approved",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.lookups.GreaterThanOrEqual(
                            models.F("effective_on"), models.F("issued_on")
                        ),
                        name="document_version__effective_before_issued",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.lookups.GreaterThanOrEqual(
                            models.F("effective_on"), models.F("approved_on")
                        ),
                        name="document_version__effective_before_approved",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.lookups.GreaterThanOrEqual(
                            models.F("withdrawn_on"), models.F("effective_on")
                        ),
                        name="document_version__withdrawn_before_effective",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="DocumentVersionEvent",
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
                        to="documents.documentversion",
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
                    "document",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="documents.document",
                    ),
                ),
                (
                    "promulgation",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="documents.promulgation",
                    ),
                ),
                ("issue_no", models.PositiveSmallIntegerField(default=1)),
                ("revision_no", models.PositiveSmallIntegerField(default=0)),
                ("drafted_on", models.DateField(blank=True, null=True)),
                ("reviewed_on", models.DateField(blank=True, null=True)),
                ("approved_on", models.DateField(blank=True, null=True)),
                ("issued_on", models.DateField(blank=True, null=True)),
                ("effective_on", models.DateField(blank=True, null=True)),
                ("withdrawn_on", models.DateField(blank=True, null=True)),
                (
                    "change_reason",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("procedure_changed", "procedure_changed"),
                            ("law_changed", "law_changed"),
                            ("organisation", "organisation"),
                            ("improvement", "improvement"),
                            ("corrective_action", "corrective_action"),
                            ("edition_transition", "edition_transition"),
                        ],
                        default="",
                        max_length=30,
                    ),
                ),
                ("change_summary", models.TextField(blank=True, default="")),
            ],
            options={
                "abstract": False,
            },
        ),
    ]

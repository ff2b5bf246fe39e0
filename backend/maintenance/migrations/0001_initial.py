import core.facts
import django.db.models.deletion
import django.db.models.functions.comparison
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("accounts", "0001_initial"),
        ("agencies", "0001_initial"),
        ("core", "0001_functions"),
        ("pghistory", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Board",
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
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="%(class)ss",
                        to="agencies.agency",
                    ),
                ),
                ("number", models.CharField(blank=True, default="", max_length=80)),
                ("decided_on", models.DateField(blank=True, null=True)),
                (
                    "decided_on_precision",
                    models.CharField(
                        choices=[("day", "ngày"), ("month", "tháng"), ("year", "năm")],
                        default="day",
                        max_length=5,
                    ),
                ),
                ("head", models.CharField(blank=True, default="", max_length=200)),
                ("secretary", models.CharField(blank=True, default="", max_length=200)),
                (
                    "counts_on",
                    models.GeneratedField(
                        db_persist=True,
                        expression=django.db.models.functions.comparison.Coalesce(
                            core.facts.SpanEnd(
                                models.F("decided_on"), models.F("decided_on_precision")
                            ),
                            models.F("reported_by"),
                        ),
                        output_field=models.DateField(),
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="BoardEvent",
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
                        to="maintenance.board",
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
                    "agency",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="agencies.agency",
                    ),
                ),
                ("number", models.CharField(blank=True, default="", max_length=80)),
                ("decided_on", models.DateField(blank=True, null=True)),
                (
                    "decided_on_precision",
                    models.CharField(
                        choices=[("day", "ngày"), ("month", "tháng"), ("year", "năm")],
                        default="day",
                        max_length=5,
                    ),
                ),
                ("head", models.CharField(blank=True, default="", max_length=200)),
                ("secretary", models.CharField(blank=True, default="", max_length=200)),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ManagementReview",
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
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="%(class)ss",
                        to="agencies.agency",
                    ),
                ),
                ("held_on", models.DateField(blank=True, null=True)),
                (
                    "held_on_precision",
                    models.CharField(
                        choices=[("day", "ngày"), ("month", "tháng"), ("year", "năm")],
                        default="day",
                        max_length=5,
                    ),
                ),
                ("chair", models.CharField(blank=True, default="", max_length=200)),
                ("conclusions", models.TextField(blank=True, default="")),
                (
                    "minutes_number",
                    models.CharField(blank=True, default="", max_length=80),
                ),
                (
                    "counts_on",
                    models.GeneratedField(
                        db_persist=True,
                        expression=django.db.models.functions.comparison.Coalesce(
                            core.facts.SpanEnd(
                                models.F("held_on"), models.F("held_on_precision")
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
                        fields=["agency", "counts_on"], name="review_by_agency"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ManagementReviewEvent",
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
                        to="maintenance.managementreview",
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
                    "agency",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="agencies.agency",
                    ),
                ),
                ("held_on", models.DateField(blank=True, null=True)),
                (
                    "held_on_precision",
                    models.CharField(
                        choices=[("day", "ngày"), ("month", "tháng"), ("year", "năm")],
                        default="day",
                        max_length=5,
                    ),
                ),
                ("chair", models.CharField(blank=True, default="", max_length=200)),
                ("conclusions", models.TextField(blank=True, default="")),
                (
                    "minutes_number",
                    models.CharField(blank=True, default="", max_length=80),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Training",
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
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="%(class)ss",
                        to="agencies.agency",
                    ),
                ),
                (
                    "topic",
                    models.CharField(
                        choices=[
                            ("awareness", "awareness"),
                            ("documentation", "documentation"),
                            ("internal_auditor", "internal_auditor"),
                            ("transition", "transition"),
                            ("software", "software"),
                        ],
                        max_length=30,
                    ),
                ),
                ("held_on", models.DateField(blank=True, null=True)),
                (
                    "held_on_precision",
                    models.CharField(
                        choices=[("day", "ngày"), ("month", "tháng"), ("year", "năm")],
                        default="day",
                        max_length=5,
                    ),
                ),
                ("trainer", models.CharField(blank=True, default="", max_length=300)),
                ("participants", models.PositiveIntegerField(blank=True, null=True)),
                ("certificates", models.PositiveIntegerField(blank=True, null=True)),
                (
                    "counts_on",
                    models.GeneratedField(
                        db_persist=True,
                        expression=django.db.models.functions.comparison.Coalesce(
                            core.facts.SpanEnd(
                                models.F("held_on"), models.F("held_on_precision")
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
                        condition=models.Q(
                            ("certificates__lte", models.F("participants"))
                        ),
                        name="training__more_certificates_than_participants",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="TrainingEvent",
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
                        to="maintenance.training",
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
                    "topic",
                    models.CharField(
                        choices=[
                            ("awareness", "awareness"),
                            ("documentation", "documentation"),
                            ("internal_auditor", "internal_auditor"),
                            ("transition", "transition"),
                            ("software", "software"),
                        ],
                        max_length=30,
                    ),
                ),
                ("held_on", models.DateField(blank=True, null=True)),
                (
                    "held_on_precision",
                    models.CharField(
                        choices=[("day", "ngày"), ("month", "tháng"), ("year", "năm")],
                        default="day",
                        max_length=5,
                    ),
                ),
                ("trainer", models.CharField(blank=True, default="", max_length=300)),
                ("participants", models.PositiveIntegerField(blank=True, null=True)),
                ("certificates", models.PositiveIntegerField(blank=True, null=True)),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="MaintenanceYear",
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
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="%(class)ss",
                        to="agencies.agency",
                    ),
                ),
                ("year", models.PositiveSmallIntegerField()),
                (
                    "plan_number",
                    models.CharField(blank=True, default="", max_length=80),
                ),
                ("plan_signed_on", models.DateField(blank=True, null=True)),
                ("board_renewed_on", models.DateField(blank=True, null=True)),
                ("documents_reviewed_on", models.DateField(blank=True, null=True)),
                (
                    "documents_kept",
                    models.PositiveSmallIntegerField(blank=True, null=True),
                ),
                (
                    "documents_changed",
                    models.PositiveSmallIntegerField(blank=True, null=True),
                ),
                (
                    "report_number",
                    models.CharField(blank=True, default="", max_length=80),
                ),
                ("report_sent_on", models.DateField(blank=True, null=True)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("agency", "year"), name="maintenance_year__exists"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("year__gte", 2001), ("year__lte", 2100)),
                        name="maintenance_year__out_of_range",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="MaintenanceYearEvent",
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
                        to="maintenance.maintenanceyear",
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
                    "agency",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="agencies.agency",
                    ),
                ),
                ("year", models.PositiveSmallIntegerField()),
                (
                    "plan_number",
                    models.CharField(blank=True, default="", max_length=80),
                ),
                ("plan_signed_on", models.DateField(blank=True, null=True)),
                ("board_renewed_on", models.DateField(blank=True, null=True)),
                ("documents_reviewed_on", models.DateField(blank=True, null=True)),
                (
                    "documents_kept",
                    models.PositiveSmallIntegerField(blank=True, null=True),
                ),
                (
                    "documents_changed",
                    models.PositiveSmallIntegerField(blank=True, null=True),
                ),
                (
                    "report_number",
                    models.CharField(blank=True, default="", max_length=80),
                ),
                ("report_sent_on", models.DateField(blank=True, null=True)),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Objective",
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
                    "maintenance_year",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="objectives",
                        to="maintenance.maintenanceyear",
                    ),
                ),
                ("text", models.TextField()),
                ("target", models.CharField(blank=True, default="", max_length=100)),
                ("actual", models.CharField(blank=True, default="", max_length=100)),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ObjectiveEvent",
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
                        to="maintenance.objective",
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
                    "maintenance_year",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="maintenance.maintenanceyear",
                    ),
                ),
                ("text", models.TextField()),
                ("target", models.CharField(blank=True, default="", max_length=100)),
                ("actual", models.CharField(blank=True, default="", max_length=100)),
            ],
            options={
                "abstract": False,
            },
        ),
    ]

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
        ("standards", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Rollout",
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
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="rollouts_opened",
                        to="agencies.agency",
                    ),
                ),
                (
                    "edition",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="standards.edition",
                        to_field="code",
                    ),
                ),
                (
                    "track",
                    models.CharField(
                        choices=[
                            ("state_certificate", "state_certificate"),
                            ("declaration", "declaration"),
                            ("voluntary_certificate", "voluntary_certificate"),
                        ],
                        max_length=30,
                    ),
                ),
                ("cycle", models.PositiveSmallIntegerField(default=1)),
                ("opened_on", models.DateField(blank=True, null=True)),
                ("opened_on_given", models.BooleanField(default=False)),
                (
                    "previous",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="next",
                        to="plans.rollout",
                    ),
                ),
                ("real", models.BooleanField(default=True)),
                ("source", models.TextField(blank=True, default="")),
            ],
            options={
                "indexes": [
                    models.Index(fields=["opened_on"], name="rollout_opened_on")
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("agency", "track", "edition", "cycle"),
                        name="rollout__exists",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="RolloutEvent",
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
                        to="plans.rollout",
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
                (
                    "track",
                    models.CharField(
                        choices=[
                            ("state_certificate", "state_certificate"),
                            ("declaration", "declaration"),
                            ("voluntary_certificate", "voluntary_certificate"),
                        ],
                        max_length=30,
                    ),
                ),
                ("cycle", models.PositiveSmallIntegerField(default=1)),
                ("opened_on", models.DateField(blank=True, null=True)),
                ("opened_on_given", models.BooleanField(default=False)),
                (
                    "previous",
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
                ("real", models.BooleanField(default=True)),
                ("source", models.TextField(blank=True, default="")),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="RolloutHolder",
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
                    "rollout",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="holders",
                        to="plans.rollout",
                    ),
                ),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="held_rollouts",
                        to="agencies.agency",
                    ),
                ),
                ("held_from", models.DateField(blank=True, null=True)),
                ("held_to", models.DateField(blank=True, null=True)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("held_to__isnull", True)),
                        fields=("rollout",),
                        name="rollout_holder__one_at_a_time",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="RolloutHolderEvent",
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
                        to="plans.rolloutholder",
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
                    "agency",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="agencies.agency",
                    ),
                ),
                ("held_from", models.DateField(blank=True, null=True)),
                ("held_to", models.DateField(blank=True, null=True)),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Plan",
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
                        choices=[("de_an", "de_an"), ("ke_hoach", "ke_hoach")],
                        max_length=20,
                    ),
                ),
                ("title", models.CharField(blank=True, default="", max_length=500)),
                (
                    "owner_name",
                    models.CharField(blank=True, default="", max_length=200),
                ),
                (
                    "owner_position",
                    models.CharField(blank=True, default="", max_length=200),
                ),
                ("scope", models.TextField(blank=True, default="")),
                ("objectives", models.TextField(blank=True, default="")),
                ("started_on", models.DateField(blank=True, null=True)),
                (
                    "started_on_precision",
                    models.CharField(
                        choices=[("day", "ngày"), ("month", "tháng"), ("year", "năm")],
                        default="day",
                        max_length=5,
                    ),
                ),
                ("completed_on", models.DateField(blank=True, null=True)),
                (
                    "completed_on_precision",
                    models.CharField(
                        choices=[("day", "ngày"), ("month", "tháng"), ("year", "năm")],
                        default="day",
                        max_length=5,
                    ),
                ),
                ("budget_vnd", models.PositiveBigIntegerField(blank=True, null=True)),
                (
                    "funding_source",
                    models.CharField(blank=True, default="", max_length=200),
                ),
                (
                    "consultant",
                    models.CharField(blank=True, default="", max_length=300),
                ),
                (
                    "counts_on",
                    models.GeneratedField(
                        db_persist=True,
                        expression=django.db.models.functions.comparison.Coalesce(
                            core.facts.SpanEnd(
                                models.F("started_on"), models.F("started_on_precision")
                            ),
                            core.facts.SpanEnd(
                                models.F("completed_on"),
                                models.F("completed_on_precision"),
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
                            core.facts.SpanEnd(
                                models.F("completed_on"),
                                models.F("completed_on_precision"),
                            ),
                            models.F("started_on"),
                        ),
                        name="plan__completed_before_started",
                    ),
                    models.UniqueConstraint(fields=("rollout",), name="plan__exists"),
                ],
            },
        ),
        migrations.CreateModel(
            name="PlanEvent",
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
                        to="plans.plan",
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
                        choices=[("de_an", "de_an"), ("ke_hoach", "ke_hoach")],
                        max_length=20,
                    ),
                ),
                ("title", models.CharField(blank=True, default="", max_length=500)),
                (
                    "owner_name",
                    models.CharField(blank=True, default="", max_length=200),
                ),
                (
                    "owner_position",
                    models.CharField(blank=True, default="", max_length=200),
                ),
                ("scope", models.TextField(blank=True, default="")),
                ("objectives", models.TextField(blank=True, default="")),
                ("started_on", models.DateField(blank=True, null=True)),
                (
                    "started_on_precision",
                    models.CharField(
                        choices=[("day", "ngày"), ("month", "tháng"), ("year", "năm")],
                        default="day",
                        max_length=5,
                    ),
                ),
                ("completed_on", models.DateField(blank=True, null=True)),
                (
                    "completed_on_precision",
                    models.CharField(
                        choices=[("day", "ngày"), ("month", "tháng"), ("year", "năm")],
                        default="day",
                        max_length=5,
                    ),
                ),
                ("budget_vnd", models.PositiveBigIntegerField(blank=True, null=True)),
                (
                    "funding_source",
                    models.CharField(blank=True, default="", max_length=200),
                ),
                (
                    "consultant",
                    models.CharField(blank=True, default="", max_length=300),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Milestone",
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
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="milestones",
                        to="plans.plan",
                    ),
                ),
                ("stage", models.CharField(max_length=20)),
                ("planned_on", models.DateField()),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("plan", "stage"), name="milestone__known"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="MilestoneEvent",
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
                        to="plans.milestone",
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
                    "plan",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="plans.plan",
                    ),
                ),
                ("stage", models.CharField(max_length=20)),
                ("planned_on", models.DateField()),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Submission",
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
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="submissions",
                        to="plans.plan",
                    ),
                ),
                ("round", models.PositiveSmallIntegerField(default=1)),
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
                ("sent_to", models.CharField(blank=True, default="", max_length=300)),
                ("received_on", models.DateField(blank=True, null=True)),
                (
                    "counts_on",
                    models.GeneratedField(
                        db_persist=True,
                        expression=django.db.models.functions.comparison.Coalesce(
                            core.facts.SpanEnd(
                                models.F("sent_on"), models.F("sent_on_precision")
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
                        fields=("plan", "round"), name="submission__known"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("received_on__gte", models.F("sent_on"))),
                        name="submission__received_before_sent",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="SubmissionEvent",
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
                        to="plans.submission",
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
                    "plan",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="plans.plan",
                    ),
                ),
                ("round", models.PositiveSmallIntegerField(default=1)),
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
                ("sent_to", models.CharField(blank=True, default="", max_length=300)),
                ("received_on", models.DateField(blank=True, null=True)),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Appraisal",
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
                ("council", models.CharField(blank=True, default="", max_length=300)),
                ("met_on", models.DateField(blank=True, null=True)),
                (
                    "met_on_precision",
                    models.CharField(
                        choices=[("day", "ngày"), ("month", "tháng"), ("year", "năm")],
                        default="day",
                        max_length=5,
                    ),
                ),
                (
                    "result",
                    models.CharField(
                        choices=[
                            ("passed", "passed"),
                            ("passed_with_changes", "passed_with_changes"),
                            ("failed", "failed"),
                        ],
                        max_length=30,
                    ),
                ),
                (
                    "minutes_number",
                    models.CharField(blank=True, default="", max_length=80),
                ),
                ("resubmit_due_on", models.DateField(blank=True, null=True)),
                (
                    "counts_on",
                    models.GeneratedField(
                        db_persist=True,
                        expression=django.db.models.functions.comparison.Coalesce(
                            core.facts.SpanEnd(
                                models.F("met_on"), models.F("met_on_precision")
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
            name="AppraisalEvent",
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
                        to="plans.appraisal",
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
                ("council", models.CharField(blank=True, default="", max_length=300)),
                ("met_on", models.DateField(blank=True, null=True)),
                (
                    "met_on_precision",
                    models.CharField(
                        choices=[("day", "ngày"), ("month", "tháng"), ("year", "năm")],
                        default="day",
                        max_length=5,
                    ),
                ),
                (
                    "result",
                    models.CharField(
                        choices=[
                            ("passed", "passed"),
                            ("passed_with_changes", "passed_with_changes"),
                            ("failed", "failed"),
                        ],
                        max_length=30,
                    ),
                ),
                (
                    "minutes_number",
                    models.CharField(blank=True, default="", max_length=80),
                ),
                ("resubmit_due_on", models.DateField(blank=True, null=True)),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="AppraisalOpinion",
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
                    "appraisal",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="opinions",
                        to="plans.appraisal",
                    ),
                ),
                ("text", models.TextField()),
                ("answer", models.TextField(blank=True, default="")),
                ("answered_on", models.DateField(blank=True, null=True)),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="AppraisalOpinionEvent",
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
                        to="plans.appraisalopinion",
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
                    "appraisal",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="plans.appraisal",
                    ),
                ),
                ("text", models.TextField()),
                ("answer", models.TextField(blank=True, default="")),
                ("answered_on", models.DateField(blank=True, null=True)),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="OfficialDocument",
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
                ("issuer", models.CharField(max_length=300)),
                (
                    "issuer_agency",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="issued_documents",
                        to="agencies.agency",
                    ),
                ),
                ("issuer_key", models.CharField(editable=False, max_length=300)),
                ("number", models.CharField(max_length=80)),
                ("number_key", models.CharField(editable=False, max_length=80)),
                ("year", models.PositiveSmallIntegerField(editable=False, null=True)),
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
                ("abstract", models.TextField(blank=True, default="")),
                ("signer", models.CharField(blank=True, default="", max_length=200)),
                (
                    "signer_position",
                    models.CharField(blank=True, default="", max_length=200),
                ),
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
                    models.UniqueConstraint(
                        fields=("issuer_key", "number_key", "year"),
                        name="official_document__known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("effective_on__gte", models.F("signed_on"))
                        ),
                        name="official_document__effective_before_signed",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="OfficialDocumentEvent",
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
                        to="plans.officialdocument",
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
                ("issuer", models.CharField(max_length=300)),
                (
                    "issuer_agency",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="agencies.agency",
                    ),
                ),
                ("issuer_key", models.CharField(editable=False, max_length=300)),
                ("number", models.CharField(max_length=80)),
                ("number_key", models.CharField(editable=False, max_length=80)),
                ("year", models.PositiveSmallIntegerField(editable=False, null=True)),
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
                ("abstract", models.TextField(blank=True, default="")),
                ("signer", models.CharField(blank=True, default="", max_length=200)),
                (
                    "signer_position",
                    models.CharField(blank=True, default="", max_length=200),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Decision",
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
                        related_name="decisions",
                        to="plans.officialdocument",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("approve", "approve"),
                            ("adjust", "adjust"),
                            ("revoke", "revoke"),
                        ],
                        default="approve",
                        max_length=10,
                    ),
                ),
                (
                    "approved_budget_vnd",
                    models.PositiveBigIntegerField(blank=True, null=True),
                ),
                ("deadline_on", models.DateField(blank=True, null=True)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("document", "kind"), name="decision__exists"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="DecisionEvent",
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
                        to="plans.decision",
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
                        to="plans.officialdocument",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("approve", "approve"),
                            ("adjust", "adjust"),
                            ("revoke", "revoke"),
                        ],
                        default="approve",
                        max_length=10,
                    ),
                ),
                (
                    "approved_budget_vnd",
                    models.PositiveBigIntegerField(blank=True, null=True),
                ),
                ("deadline_on", models.DateField(blank=True, null=True)),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="DecisionRollout",
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
                    "decision",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="links",
                        to="plans.decision",
                    ),
                ),
                (
                    "rollout",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="decision_links",
                        to="plans.rollout",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("decision", "rollout"), name="decision_rollout__known"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="DecisionRolloutEvent",
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
                        to="plans.decisionrollout",
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
                    "decision",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="plans.decision",
                    ),
                ),
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
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Directive",
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
                        related_name="directives",
                        to="plans.officialdocument",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("letter", "letter"),
                            ("province_plan", "province_plan"),
                            ("council_conclusion", "council_conclusion"),
                            ("inspection_plan", "inspection_plan"),
                        ],
                        default="letter",
                        max_length=30,
                    ),
                ),
                (
                    "transition_from",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="standards.edition",
                        to_field="code",
                    ),
                ),
                (
                    "transition_to",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="standards.edition",
                        to_field="code",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("document",), name="directive__exists"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="DirectiveEvent",
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
                        to="plans.directive",
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
                        to="plans.officialdocument",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("letter", "letter"),
                            ("province_plan", "province_plan"),
                            ("council_conclusion", "council_conclusion"),
                            ("inspection_plan", "inspection_plan"),
                        ],
                        default="letter",
                        max_length=30,
                    ),
                ),
                (
                    "transition_from",
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
                (
                    "transition_to",
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
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Task",
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
                    "directive",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="tasks",
                        to="plans.directive",
                    ),
                ),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="tasks",
                        to="agencies.agency",
                    ),
                ),
                (
                    "rollout",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="tasks",
                        to="plans.rollout",
                    ),
                ),
                ("what", models.TextField(blank=True, default="")),
                ("due_on", models.DateField(blank=True, null=True)),
                ("answered_on", models.DateField(blank=True, null=True)),
                ("answer", models.TextField(blank=True, default="")),
                ("done_on", models.DateField(blank=True, null=True)),
                ("delay_reason", models.TextField(blank=True, default="")),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("directive", "agency", "rollout"),
                        name="task__known",
                        nulls_distinct=False,
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="TaskEvent",
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
                        to="plans.task",
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
                    "directive",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="plans.directive",
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
                ("what", models.TextField(blank=True, default="")),
                ("due_on", models.DateField(blank=True, null=True)),
                ("answered_on", models.DateField(blank=True, null=True)),
                ("answer", models.TextField(blank=True, default="")),
                ("done_on", models.DateField(blank=True, null=True)),
                ("delay_reason", models.TextField(blank=True, default="")),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddField(
            model_name="Decision",
            name="rollouts",
            field=models.ManyToManyField(
                related_name="decisions",
                through="plans.DecisionRollout",
                to="plans.rollout",
            ),
        ),
    ]

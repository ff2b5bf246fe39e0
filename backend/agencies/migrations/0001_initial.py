import agencies.models
import django.contrib.postgres.constraints
import django.contrib.postgres.fields.ranges
import django.contrib.postgres.indexes
import django.db.models.deletion
from django.db import migrations, models

from core.together import Together


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('core', '0001_functions'),
        ('pghistory', '0001_initial'),
    ]

    operations = [
        Together([
            migrations.CreateModel(
                name='AgencyKind',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('row_version', models.PositiveIntegerField(default=1, editable=False)),
                    ('code', models.CharField(max_length=30, unique=True)),
                    ('name', models.CharField(max_length=100)),
                    ('name_en', models.CharField(blank=True, default='', max_length=100)),
                    ('order', models.PositiveSmallIntegerField(default=0)),
                ],
                options={
                    'ordering': ['order'],
                },
            ),
            migrations.CreateModel(
                name='AgencyKindEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='trail', to='agencies.agencykind')),
                    ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                    ('id', models.BigIntegerField()),
                    ('row_version', models.PositiveIntegerField(default=1, editable=False)),
                    ('code', models.CharField(max_length=30)),
                    ('name', models.CharField(max_length=100)),
                    ('name_en', models.CharField(blank=True, default='', max_length=100)),
                    ('order', models.PositiveSmallIntegerField(default=0)),
                ],
                options={
                    'abstract': False,
                },
            ),
            migrations.CreateModel(
                name='Agency',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('row_version', models.PositiveIntegerField(default=1, editable=False)),
                    ('valid_from', models.DateField(blank=True, null=True)),
                    ('valid_to', models.DateField(blank=True, null=True)),
                    ('confidence', models.TextField(blank=True, default='')),
                    ('code', models.CharField(max_length=40, unique=True)),
                ],
                options={
                    'verbose_name_plural': 'agencies',
                    'constraints': [models.CheckConstraint(condition=models.Q(('valid_to__gte', models.F('valid_from'))), name='agency__ended_before_started')],
                },
            ),
            migrations.CreateModel(
                name='AgencyEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='trail', to='agencies.agency')),
                    ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                    ('id', models.BigIntegerField()),
                    ('row_version', models.PositiveIntegerField(default=1, editable=False)),
                    ('valid_from', models.DateField(blank=True, null=True)),
                    ('valid_to', models.DateField(blank=True, null=True)),
                    ('confidence', models.TextField(blank=True, default='')),
                    ('code', models.CharField(max_length=40)),
                ],
                options={
                    'abstract': False,
                },
            ),
            migrations.CreateModel(
                name='AgencyName',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('row_version', models.PositiveIntegerField(default=1, editable=False)),
                    ('valid_from', models.DateField(blank=True, null=True)),
                    ('valid_to', models.DateField(blank=True, null=True)),
                    ('confidence', models.TextField(blank=True, default='')),
                    ('agency', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='names', to='agencies.agency')),
                    ('name', models.CharField(max_length=300)),
                    ('name_en', models.CharField(blank=True, default='', max_length=300)),
                    ('sort_key', models.TextField(editable=False)),
                    ('search_text', models.TextField(editable=False)),
                ],
                options={
                    'indexes': [django.contrib.postgres.indexes.GinIndex(fields=['search_text'], name='agency_name_search', opclasses=['gin_trgm_ops'])],
                    'constraints': [django.contrib.postgres.constraints.ExclusionConstraint(expressions=[(agencies.models._Span(models.F('valid_from'), models.F('valid_to'), django.contrib.postgres.fields.ranges.RangeBoundary(inclusive_upper=True)), '&&'), ('agency', '=')], name='agency_name__overlaps')],
                },
            ),
            migrations.CreateModel(
                name='AgencyNameEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='trail', to='agencies.agencyname')),
                    ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                    ('id', models.BigIntegerField()),
                    ('row_version', models.PositiveIntegerField(default=1, editable=False)),
                    ('valid_from', models.DateField(blank=True, null=True)),
                    ('valid_to', models.DateField(blank=True, null=True)),
                    ('confidence', models.TextField(blank=True, default='')),
                    ('agency', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='agencies.agency')),
                    ('name', models.CharField(max_length=300)),
                    ('name_en', models.CharField(blank=True, default='', max_length=300)),
                    ('sort_key', models.TextField(editable=False)),
                    ('search_text', models.TextField(editable=False)),
                ],
                options={
                    'abstract': False,
                },
            ),
            migrations.CreateModel(
                name='AgencyKindPeriod',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('row_version', models.PositiveIntegerField(default=1, editable=False)),
                    ('valid_from', models.DateField(blank=True, null=True)),
                    ('valid_to', models.DateField(blank=True, null=True)),
                    ('confidence', models.TextField(blank=True, default='')),
                    ('agency', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='kinds', to='agencies.agency')),
                    ('kind', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='agencies.agencykind', to_field='code')),
                ],
                options={
                    'constraints': [django.contrib.postgres.constraints.ExclusionConstraint(expressions=[(agencies.models._Span(models.F('valid_from'), models.F('valid_to'), django.contrib.postgres.fields.ranges.RangeBoundary(inclusive_upper=True)), '&&'), ('agency', '=')], name='agency_kind__overlaps')],
                },
            ),
            migrations.CreateModel(
                name='AgencyKindPeriodEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='trail', to='agencies.agencykindperiod')),
                    ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                    ('id', models.BigIntegerField()),
                    ('row_version', models.PositiveIntegerField(default=1, editable=False)),
                    ('valid_from', models.DateField(blank=True, null=True)),
                    ('valid_to', models.DateField(blank=True, null=True)),
                    ('confidence', models.TextField(blank=True, default='')),
                    ('agency', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='agencies.agency')),
                    ('kind', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='agencies.agencykind', to_field='code')),
                ],
                options={
                    'abstract': False,
                },
            ),
            migrations.CreateModel(
                name='AgencyParent',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('row_version', models.PositiveIntegerField(default=1, editable=False)),
                    ('valid_from', models.DateField(blank=True, null=True)),
                    ('valid_to', models.DateField(blank=True, null=True)),
                    ('confidence', models.TextField(blank=True, default='')),
                    ('agency', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='parents', to='agencies.agency')),
                    ('parent', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='children', to='agencies.agency')),
                ],
                options={
                    'constraints': [django.contrib.postgres.constraints.ExclusionConstraint(expressions=[(agencies.models._Span(models.F('valid_from'), models.F('valid_to'), django.contrib.postgres.fields.ranges.RangeBoundary(inclusive_upper=True)), '&&'), ('agency', '=')], name='agency_parent__overlaps')],
                },
            ),
            migrations.CreateModel(
                name='AgencyParentEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='trail', to='agencies.agencyparent')),
                    ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                    ('id', models.BigIntegerField()),
                    ('row_version', models.PositiveIntegerField(default=1, editable=False)),
                    ('valid_from', models.DateField(blank=True, null=True)),
                    ('valid_to', models.DateField(blank=True, null=True)),
                    ('confidence', models.TextField(blank=True, default='')),
                    ('agency', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='agencies.agency')),
                    ('parent', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='agencies.agency')),
                ],
                options={
                    'abstract': False,
                },
            ),
            migrations.CreateModel(
                name='AgencyAlias',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('row_version', models.PositiveIntegerField(default=1, editable=False)),
                    ('agency', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='aliases', to='agencies.agency')),
                    ('text', models.CharField(max_length=300)),
                    ('search_text', models.TextField(editable=False)),
                ],
                options={
                    'constraints': [models.UniqueConstraint(fields=('agency', 'search_text'), name='agency_alias__known')],
                },
            ),
            migrations.CreateModel(
                name='AgencyAliasEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='trail', to='agencies.agencyalias')),
                    ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                    ('id', models.BigIntegerField()),
                    ('row_version', models.PositiveIntegerField(default=1, editable=False)),
                    ('agency', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='agencies.agency')),
                    ('text', models.CharField(max_length=300)),
                    ('search_text', models.TextField(editable=False)),
                ],
                options={
                    'abstract': False,
                },
            ),
            migrations.CreateModel(
                name='AgencyIdentifier',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('row_version', models.PositiveIntegerField(default=1, editable=False)),
                    ('valid_from', models.DateField(blank=True, null=True)),
                    ('valid_to', models.DateField(blank=True, null=True)),
                    ('confidence', models.TextField(blank=True, default='')),
                    ('agency', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='identifiers', to='agencies.agency')),
                    ('scheme', models.CharField(choices=[('qcvn_102_2016', '000.00.YY.H49'), ('qd_20_2020', 'H49.YY')], max_length=20)),
                    ('value', models.CharField(max_length=35)),
                ],
                options={
                    'constraints': [django.contrib.postgres.constraints.ExclusionConstraint(expressions=[(agencies.models._Span(models.F('valid_from'), models.F('valid_to'), django.contrib.postgres.fields.ranges.RangeBoundary(inclusive_upper=True)), '&&'), ('agency', '='), ('scheme', '=')], name='agency_identifier__overlaps'), django.contrib.postgres.constraints.ExclusionConstraint(expressions=[(agencies.models._Span(models.F('valid_from'), models.F('valid_to'), django.contrib.postgres.fields.ranges.RangeBoundary(inclusive_upper=True)), '&&'), ('scheme', '='), ('value', '=')], name='agency_identifier__taken')],
                },
            ),
            migrations.CreateModel(
                name='AgencyIdentifierEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='trail', to='agencies.agencyidentifier')),
                    ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                    ('id', models.BigIntegerField()),
                    ('row_version', models.PositiveIntegerField(default=1, editable=False)),
                    ('valid_from', models.DateField(blank=True, null=True)),
                    ('valid_to', models.DateField(blank=True, null=True)),
                    ('confidence', models.TextField(blank=True, default='')),
                    ('agency', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='agencies.agency')),
                    ('scheme', models.CharField(choices=[('qcvn_102_2016', '000.00.YY.H49'), ('qd_20_2020', 'H49.YY')], max_length=20)),
                    ('value', models.CharField(max_length=35)),
                ],
                options={
                    'abstract': False,
                },
            ),
            migrations.CreateModel(
                name='Succession',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('row_version', models.PositiveIntegerField(default=1, editable=False)),
                    ('predecessor', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='successions_out', to='agencies.agency')),
                    ('successor', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='successions_in', to='agencies.agency')),
                    ('kind', models.CharField(choices=[('merge', 'merge'), ('split', 'split'), ('rename', 'rename'), ('dissolve', 'dissolve'), ('transfer_of_functions', 'transfer_of_functions')], max_length=30)),
                    ('effective_on', models.DateField()),
                    ('decision', models.CharField(blank=True, default='', max_length=200)),
                    ('confidence', models.TextField(blank=True, default='')),
                ],
                options={
                    'constraints': [models.UniqueConstraint(fields=('predecessor', 'successor', 'effective_on'), name='succession__known'), models.CheckConstraint(condition=models.Q(('predecessor', models.F('successor')), _negated=True), name='succession__of_itself')],
                },
            ),
            migrations.CreateModel(
                name='SuccessionEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='trail', to='agencies.succession')),
                    ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                    ('id', models.BigIntegerField()),
                    ('row_version', models.PositiveIntegerField(default=1, editable=False)),
                    ('predecessor', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='agencies.agency')),
                    ('successor', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='agencies.agency')),
                    ('kind', models.CharField(choices=[('merge', 'merge'), ('split', 'split'), ('rename', 'rename'), ('dissolve', 'dissolve'), ('transfer_of_functions', 'transfer_of_functions')], max_length=30)),
                    ('effective_on', models.DateField()),
                    ('decision', models.CharField(blank=True, default='', max_length=200)),
                    ('confidence', models.TextField(blank=True, default='')),
                ],
                options={
                    'abstract': False,
                },
            ),
            migrations.CreateModel(
                name='Ancestry',
                fields=[
                    ('id', models.BigIntegerField(primary_key=True, serialize=False)),
                    ('agency', models.ForeignKey(on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='agencies.agency')),
                    ('predecessor', models.ForeignKey(on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='agencies.agency')),
                ],
                options={
                    'db_table': 'agencies_ancestry',
                    'managed': False,
                },
            ),
            migrations.CreateModel(
                name='ScopeRule',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('row_version', models.PositiveIntegerField(default=1, editable=False)),
                    ('valid_from', models.DateField(blank=True, null=True)),
                    ('valid_to', models.DateField(blank=True, null=True)),
                    ('confidence', models.TextField(blank=True, default='')),
                    ('kind', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='agencies.agencykind', to_field='code')),
                    ('agency', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='agencies.agency')),
                    ('included', models.BooleanField(default=True)),
                    ('legal_basis', models.TextField(blank=True, default='')),
                    ('confirmed', models.BooleanField(default=False)),
                ],
                options={
                    'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('agency__isnull', False), ('kind__isnull', True)), models.Q(('agency__isnull', True), ('kind__isnull', False)), _connector='OR'), name='scope_rule__kind_or_agency')],
                },
            ),
            migrations.CreateModel(
                name='ScopeRuleEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='trail', to='agencies.scoperule')),
                    ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                    ('id', models.BigIntegerField()),
                    ('row_version', models.PositiveIntegerField(default=1, editable=False)),
                    ('valid_from', models.DateField(blank=True, null=True)),
                    ('valid_to', models.DateField(blank=True, null=True)),
                    ('confidence', models.TextField(blank=True, default='')),
                    ('kind', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='agencies.agencykind', to_field='code')),
                    ('agency', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='agencies.agency')),
                    ('included', models.BooleanField(default=True)),
                    ('legal_basis', models.TextField(blank=True, default='')),
                    ('confirmed', models.BooleanField(default=False)),
                ],
                options={
                    'abstract': False,
                },
            ),
        ]),
    ]

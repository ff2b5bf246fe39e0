import django.contrib.postgres.fields
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
                name='Edition',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('row_version', models.PositiveIntegerField(default=1, editable=False)),
                    ('code', models.CharField(max_length=10, unique=True)),
                    ('title', models.CharField(max_length=100)),
                ],
                options={
                    'ordering': ['code'],
                },
            ),
            migrations.CreateModel(
                name='EditionEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='trail', to='standards.edition')),
                    ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                    ('id', models.BigIntegerField()),
                    ('row_version', models.PositiveIntegerField(default=1, editable=False)),
                    ('code', models.CharField(max_length=10)),
                    ('title', models.CharField(max_length=100)),
                ],
                options={
                    'abstract': False,
                },
            ),
            migrations.CreateModel(
                name='EditionDate',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('row_version', models.PositiveIntegerField(default=1, editable=False)),
                    ('edition', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='dates', to='standards.edition', to_field='code')),
                    ('what', models.CharField(choices=[('iso_published', 'iso_published'), ('tcvn_published', 'tcvn_published'), ('new_certificates_only', 'new_certificates_only'), ('void', 'void')], max_length=30)),
                    ('track', models.CharField(blank=True, choices=[('state_certificate', 'state_certificate'), ('declaration', 'declaration'), ('voluntary_certificate', 'voluntary_certificate')], default='', max_length=30)),
                    ('on', models.DateField(blank=True, null=True)),
                    ('source', models.TextField(blank=True, default='')),
                    ('confirmed', models.BooleanField(default=False)),
                ],
                options={
                    'constraints': [models.UniqueConstraint(fields=('edition', 'what', 'track'), name='edition_date__known')],
                },
            ),
            migrations.CreateModel(
                name='EditionDateEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='trail', to='standards.editiondate')),
                    ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                    ('id', models.BigIntegerField()),
                    ('row_version', models.PositiveIntegerField(default=1, editable=False)),
                    ('edition', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='standards.edition', to_field='code')),
                    ('what', models.CharField(choices=[('iso_published', 'iso_published'), ('tcvn_published', 'tcvn_published'), ('new_certificates_only', 'new_certificates_only'), ('void', 'void')], max_length=30)),
                    ('track', models.CharField(blank=True, choices=[('state_certificate', 'state_certificate'), ('declaration', 'declaration'), ('voluntary_certificate', 'voluntary_certificate')], default='', max_length=30)),
                    ('on', models.DateField(blank=True, null=True)),
                    ('source', models.TextField(blank=True, default='')),
                    ('confirmed', models.BooleanField(default=False)),
                ],
                options={
                    'abstract': False,
                },
            ),
            migrations.CreateModel(
                name='DocumentKind',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('row_version', models.PositiveIntegerField(default=1, editable=False)),
                    ('code', models.CharField(max_length=10, unique=True)),
                    ('name', models.CharField(max_length=100)),
                    ('name_en', models.CharField(blank=True, default='', max_length=100)),
                    ('level', models.PositiveSmallIntegerField(default=2)),
                    ('is_procedure', models.BooleanField(default=False)),
                    ('order', models.PositiveSmallIntegerField(default=0)),
                ],
                options={
                    'ordering': ['order'],
                },
            ),
            migrations.CreateModel(
                name='DocumentKindEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='trail', to='standards.documentkind')),
                    ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                    ('id', models.BigIntegerField()),
                    ('row_version', models.PositiveIntegerField(default=1, editable=False)),
                    ('code', models.CharField(max_length=10)),
                    ('name', models.CharField(max_length=100)),
                    ('name_en', models.CharField(blank=True, default='', max_length=100)),
                    ('level', models.PositiveSmallIntegerField(default=2)),
                    ('is_procedure', models.BooleanField(default=False)),
                    ('order', models.PositiveSmallIntegerField(default=0)),
                ],
                options={
                    'abstract': False,
                },
            ),
            migrations.CreateModel(
                name='RequiredDocument',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('row_version', models.PositiveIntegerField(default=1, editable=False)),
                    ('edition', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='required', to='standards.edition', to_field='code')),
                    ('kind', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='standards.documentkind', to_field='code')),
                    ('min_count', models.PositiveSmallIntegerField(default=1)),
                    ('clause', models.CharField(blank=True, default='', max_length=60)),
                    ('source', models.TextField(blank=True, default='')),
                    ('confirmed', models.BooleanField(default=False)),
                ],
                options={
                    'constraints': [models.UniqueConstraint(fields=('edition', 'kind'), name='required_document__known')],
                },
            ),
            migrations.CreateModel(
                name='RequiredDocumentEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='trail', to='standards.requireddocument')),
                    ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                    ('id', models.BigIntegerField()),
                    ('row_version', models.PositiveIntegerField(default=1, editable=False)),
                    ('edition', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='standards.edition', to_field='code')),
                    ('kind', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='standards.documentkind', to_field='code')),
                    ('min_count', models.PositiveSmallIntegerField(default=1)),
                    ('clause', models.CharField(blank=True, default='', max_length=60)),
                    ('source', models.TextField(blank=True, default='')),
                    ('confirmed', models.BooleanField(default=False)),
                ],
                options={
                    'abstract': False,
                },
            ),
            migrations.CreateModel(
                name='Clause',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('row_version', models.PositiveIntegerField(default=1, editable=False)),
                    ('edition', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='clauses', to='standards.edition', to_field='code')),
                    ('number', models.CharField(max_length=12)),
                    ('title', models.CharField(max_length=120)),
                    ('title_en', models.CharField(blank=True, default='', max_length=120)),
                    ('order', models.PositiveSmallIntegerField(default=0)),
                    ('confirmed', models.BooleanField(default=False)),
                ],
                options={
                    'ordering': ['edition', 'order'],
                    'constraints': [models.UniqueConstraint(fields=('edition', 'number'), name='clause__known')],
                },
            ),
            migrations.CreateModel(
                name='ClauseEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='trail', to='standards.clause')),
                    ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                    ('id', models.BigIntegerField()),
                    ('row_version', models.PositiveIntegerField(default=1, editable=False)),
                    ('edition', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='standards.edition', to_field='code')),
                    ('number', models.CharField(max_length=12)),
                    ('title', models.CharField(max_length=120)),
                    ('title_en', models.CharField(blank=True, default='', max_length=120)),
                    ('order', models.PositiveSmallIntegerField(default=0)),
                    ('confirmed', models.BooleanField(default=False)),
                ],
                options={
                    'abstract': False,
                },
            ),
            migrations.CreateModel(
                name='CertificationBody',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('row_version', models.PositiveIntegerField(default=1, editable=False)),
                    ('code', models.CharField(max_length=40, unique=True)),
                    ('name', models.CharField(max_length=300)),
                    ('aliases', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=300), blank=True, default=list, size=None)),
                    ('valid_from', models.DateField(blank=True, null=True)),
                    ('valid_to', models.DateField(blank=True, null=True)),
                    ('confirmed', models.BooleanField(default=False)),
                ],
                options={
                    'abstract': False,
                },
            ),
            migrations.CreateModel(
                name='CertificationBodyEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='trail', to='standards.certificationbody')),
                    ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                    ('id', models.BigIntegerField()),
                    ('row_version', models.PositiveIntegerField(default=1, editable=False)),
                    ('code', models.CharField(max_length=40)),
                    ('name', models.CharField(max_length=300)),
                    ('aliases', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=300), blank=True, default=list, size=None)),
                    ('valid_from', models.DateField(blank=True, null=True)),
                    ('valid_to', models.DateField(blank=True, null=True)),
                    ('confirmed', models.BooleanField(default=False)),
                ],
                options={
                    'abstract': False,
                },
            ),
            migrations.CreateModel(
                name='PolicyValue',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('row_version', models.PositiveIntegerField(default=1, editable=False)),
                    ('code', models.CharField(max_length=60)),
                    ('value', models.DecimalField(decimal_places=2, max_digits=12)),
                    ('unit', models.CharField(max_length=20)),
                    ('valid_from', models.DateField(blank=True, null=True)),
                    ('valid_to', models.DateField(blank=True, null=True)),
                    ('legal_basis', models.TextField(blank=True, default='')),
                    ('confirmed', models.BooleanField(default=False)),
                ],
                options={
                    'abstract': False,
                },
            ),
            migrations.CreateModel(
                name='PolicyValueEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='trail', to='standards.policyvalue')),
                    ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                    ('id', models.BigIntegerField()),
                    ('row_version', models.PositiveIntegerField(default=1, editable=False)),
                    ('code', models.CharField(max_length=60)),
                    ('value', models.DecimalField(decimal_places=2, max_digits=12)),
                    ('unit', models.CharField(max_length=20)),
                    ('valid_from', models.DateField(blank=True, null=True)),
                    ('valid_to', models.DateField(blank=True, null=True)),
                    ('legal_basis', models.TextField(blank=True, default='')),
                    ('confirmed', models.BooleanField(default=False)),
                ],
                options={
                    'abstract': False,
                },
            ),
        ]),
    ]

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from core.together import Together


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('accounts', '0001_initial'),
        ('core', '0001_functions'),
        ('pghistory', '0001_initial'),
    ]

    operations = [
        Together([
            migrations.CreateModel(
                name='Import',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('row_version', models.PositiveIntegerField(default=1, editable=False)),
                    ('title', models.TextField(blank=True, default='')),
                    ('published_on', models.DateField(blank=True, null=True)),
                    ('url', models.URLField(blank=True, default='', max_length=500)),
                    ('real', models.BooleanField(default=False)),
                    ('counts', models.JSONField(default=dict)),
                    ('flags', models.JSONField(default=list)),
                    ('rollout_ids', models.JSONField(default=list)),
                    ('at', models.DateTimeField(auto_now_add=True)),
                    ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ],
                options={
                    'abstract': False,
                },
            ),
            migrations.CreateModel(
                name='ImportEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='trail', to='imports.import')),
                    ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                    ('id', models.BigIntegerField()),
                    ('row_version', models.PositiveIntegerField(default=1, editable=False)),
                    ('title', models.TextField(blank=True, default='')),
                    ('published_on', models.DateField(blank=True, null=True)),
                    ('url', models.URLField(blank=True, default='', max_length=500)),
                    ('real', models.BooleanField(default=False)),
                    ('counts', models.JSONField(default=dict)),
                    ('flags', models.JSONField(default=list)),
                    ('rollout_ids', models.JSONField(default=list)),
                    ('at', models.DateTimeField(auto_now_add=True)),
                    ('by', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ],
                options={
                    'abstract': False,
                },
            ),
        ]),
    ]

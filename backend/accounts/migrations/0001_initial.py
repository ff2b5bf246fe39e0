import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from core.together import Together


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('agencies', '0001_initial'),
        ('core', '0001_functions'),
        ('pghistory', '0001_initial'),
    ]

    operations = [
        Together([
            migrations.CreateModel(
                name='User',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('password', models.CharField(max_length=128, verbose_name='password')),
                    ('last_login', models.DateTimeField(blank=True, null=True, verbose_name='last login')),
                    ('row_version', models.PositiveIntegerField(default=1, editable=False)),
                    ('username', models.CharField(max_length=60, unique=True)),
                    ('name', models.CharField(blank=True, default='', max_length=200)),
                    ('position', models.CharField(blank=True, default='', max_length=200)),
                    ('work_contact', models.CharField(blank=True, default='', max_length=200)),
                    ('role', models.CharField(choices=[('officer', 'Cán bộ ISO của cơ quan'), ('head', 'Lãnh đạo cơ quan'), ('coordinator', 'Chuyên viên UBND tỉnh, cơ quan thường trực'), ('council', 'Ban chỉ đạo ISO'), ('administrator', 'Quản trị hệ thống'), ('system', 'Hệ thống')], max_length=20)),
                    ('agency', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='users', to='agencies.agency')),
                    ('is_active', models.BooleanField(default=True)),
                ],
                options={
                    'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('agency__isnull', False), ('role__in', ['officer', 'head'])), models.Q(('agency', None), ('role__in', ['coordinator', 'council', 'administrator', 'system'])), _connector='OR'), name='user__role_fits_agency')],
                },
            ),
            migrations.CreateModel(
                name='UserEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='trail', to=settings.AUTH_USER_MODEL)),
                    ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                    ('id', models.BigIntegerField()),
                    ('row_version', models.PositiveIntegerField(default=1, editable=False)),
                    ('username', models.CharField(max_length=60)),
                    ('name', models.CharField(blank=True, default='', max_length=200)),
                    ('position', models.CharField(blank=True, default='', max_length=200)),
                    ('work_contact', models.CharField(blank=True, default='', max_length=200)),
                    ('role', models.CharField(choices=[('officer', 'Cán bộ ISO của cơ quan'), ('head', 'Lãnh đạo cơ quan'), ('coordinator', 'Chuyên viên UBND tỉnh, cơ quan thường trực'), ('council', 'Ban chỉ đạo ISO'), ('administrator', 'Quản trị hệ thống'), ('system', 'Hệ thống')], max_length=20)),
                    ('agency', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='agencies.agency')),
                    ('is_active', models.BooleanField(default=True)),
                ],
                options={
                    'abstract': False,
                },
            ),
            migrations.CreateModel(
                name='PasswordToken',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('row_version', models.PositiveIntegerField(default=1, editable=False)),
                    ('user', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='password_tokens', to=settings.AUTH_USER_MODEL)),
                    ('secret_hash', models.CharField(max_length=64, unique=True)),
                    ('made_at', models.DateTimeField(auto_now_add=True)),
                    ('expires_at', models.DateTimeField()),
                    ('ended_at', models.DateTimeField(blank=True, help_text='used, or another was made', null=True)),
                ],
                options={
                    'abstract': False,
                },
            ),
            migrations.CreateModel(
                name='PasswordTokenEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='trail', to='accounts.passwordtoken')),
                    ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                    ('id', models.BigIntegerField()),
                    ('row_version', models.PositiveIntegerField(default=1, editable=False)),
                    ('user', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                    ('secret_hash', models.CharField(max_length=64)),
                    ('made_at', models.DateTimeField(auto_now_add=True)),
                    ('expires_at', models.DateTimeField()),
                    ('ended_at', models.DateTimeField(blank=True, help_text='used, or another was made', null=True)),
                ],
                options={
                    'abstract': False,
                },
            ),
        ]),
    ]

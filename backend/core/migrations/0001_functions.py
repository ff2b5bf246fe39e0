"""What the database needs before any table: extensions and the twin of core.days.span_end."""

from django.contrib.postgres.operations import BtreeGistExtension, TrigramExtension
from django.db import migrations

SPAN_END = """
CREATE FUNCTION span_end(day date, known_to text) RETURNS date
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE known_to
    WHEN 'year' THEN make_date(extract(year FROM day)::int, 12, 31)
    WHEN 'month' THEN (date_trunc('month', day::timestamp) + interval '1 month - 1 day')::date
    ELSE day
  END
$$;
"""


class Migration(migrations.Migration):
    initial = True
    operations = [
        BtreeGistExtension(),
        TrigramExtension(),
        migrations.RunSQL(SPAN_END, "DROP FUNCTION span_end(date, text)"),
    ]

"""A view of every predecessor of every agency, so that scope stays a WHERE clause."""

from django.db import migrations

ANCESTRY = """
CREATE VIEW agencies_ancestry AS
WITH RECURSIVE line (agency_id, predecessor_id) AS (
  SELECT successor_id, predecessor_id FROM agencies_succession WHERE successor_id IS NOT NULL
  UNION
  SELECT line.agency_id, s.predecessor_id
  FROM line JOIN agencies_succession s ON s.successor_id = line.predecessor_id
)
SELECT row_number() OVER () AS id, agency_id, predecessor_id FROM line;
"""


class Migration(migrations.Migration):
    dependencies = [("agencies", "0001_initial")]
    operations = [
        migrations.RunSQL(ANCESTRY, "DROP VIEW agencies_ancestry"),
    ]

"""What the database does by itself so that the feed loses nothing and repeats nothing.

Rows of facts are written: their trigger (feeds/triggers.py) calls feeds_touch, which leaves one
row per agency and transaction without a number. At the commit that row's deferred trigger touches
it once more, so that its number is given after every other deferred event, foreign keys among
them: it takes a lock that lasts until the commit is done, and then a number. So numbers become
visible in their order, and nobody who holds the lock waits for anybody.
"""

from django.db import migrations

ORDER = r"""
CREATE SEQUENCE feeds_change_number OWNED BY feeds_feedchange.number;

CREATE FUNCTION feeds_touch(touched bigint[]) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE
    this_act bigint := pg_current_xact_id()::text::bigint;
    one bigint;
BEGIN
    FOREACH one IN ARRAY touched LOOP
        CONTINUE WHEN one IS NULL OR EXISTS (
            SELECT FROM feeds_feedchange c
             WHERE c.act = this_act AND c.agency_id = one AND c.number IS NULL);
        -- Its record may be told by its heirs: they hold its rollouts, or inherit its proofs.
        INSERT INTO feeds_feedchange (agency_id, act)
        SELECT heir, this_act FROM (
            SELECT one AS heir
            UNION SELECT h.agency_id FROM plans_rolloutholder h
              JOIN plans_rollout r ON r.id = h.rollout_id WHERE r.agency_id = one
            UNION SELECT s.successor_id FROM agencies_succession s
             WHERE s.predecessor_id = one AND s.successor_id IS NOT NULL
            UNION SELECT s.successor_id FROM agencies_succession s
              JOIN plans_rolloutholder h ON h.agency_id = s.predecessor_id
              JOIN plans_rollout r ON r.id = h.rollout_id
             WHERE r.agency_id = one AND s.successor_id IS NOT NULL
        ) heirs
        WHERE NOT EXISTS (
            SELECT FROM feeds_feedchange c
             WHERE c.act = this_act AND c.agency_id = heir AND c.number IS NULL);
    END LOOP;
END $$;

-- For what changes by the calendar alone; whoever calls it can only note more than there is.
CREATE FUNCTION feeds_note(noted bigint[]) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
    INSERT INTO feeds_feedchange (agency_id, act, cause)
    SELECT DISTINCT one, pg_current_xact_id()::text::bigint, 'calendar' FROM unnest(noted) one;
$$;

CREATE FUNCTION feeds_last() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
    -- What a deferred trigger queues is fired after all that the transaction had queued.
    UPDATE feeds_feedchange SET noted_at = clock_timestamp() WHERE id = NEW.id AND number IS NULL;
    RETURN NULL;
END $$;

CREATE FUNCTION feeds_number() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
    PERFORM pg_advisory_xact_lock(5201301);
    UPDATE feeds_feedchange SET number = nextval('feeds_change_number'), noted_at = clock_timestamp()
     WHERE id = NEW.id AND number IS NULL;
    RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER feeds_last AFTER INSERT ON feeds_feedchange
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION feeds_last();
CREATE CONSTRAINT TRIGGER feeds_number AFTER UPDATE ON feeds_feedchange
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.number IS NULL)
    EXECUTE FUNCTION feeds_number();

-- Which database this is: a restored one has other tables, mostly in another place.
CREATE FUNCTION feeds_place() RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
    SELECT concat_ws('.', (pg_control_system()).system_identifier,
        (SELECT oid FROM pg_database WHERE datname = current_database()),
        'public.feeds_feedchange'::regclass::oid);
$$;

-- The first epoch: who begins with it is told every agency that there is.
INSERT INTO feeds_feedepoch (code, reason, place, "after")
VALUES (substr(md5(gen_random_uuid()::text), 1, 12), 'first installed', feeds_place(), 0);
SELECT feeds_note(ARRAY(SELECT id FROM agencies_agency));
"""
AWAY = """
DROP TRIGGER feeds_number ON feeds_feedchange;
DROP TRIGGER feeds_last ON feeds_feedchange;
DROP FUNCTION feeds_place(), feeds_number(), feeds_last(), feeds_note(bigint[]), feeds_touch(bigint[]);
DROP SEQUENCE feeds_change_number;
"""


class Migration(migrations.Migration):

    dependencies = [('feeds', '0001_feeds'), ('plans', '0002_what_an_heir_takes_over')]

    operations = [migrations.RunSQL(ORDER, AWAY)]

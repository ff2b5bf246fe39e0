-- Empty the database before a backup is put back: everything the owner made goes, extensions stay.
-- Run by the owner, in the transaction that restores.

SET LOCAL client_min_messages = warning;

DO $empty$
DECLARE
    thing record;
BEGIN
    FOR thing IN
        SELECT format('DROP TABLE IF EXISTS %s CASCADE', c.oid::regclass) AS sql
        FROM pg_catalog.pg_class c
        WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')
          AND c.relowner = current_user::regrole
    LOOP
        EXECUTE thing.sql;
    END LOOP;
    FOR thing IN
        SELECT format('DROP ROUTINE IF EXISTS %s CASCADE', p.oid::regprocedure) AS sql
        FROM pg_catalog.pg_proc p
        WHERE p.pronamespace = 'public'::regnamespace
          AND p.proowner = current_user::regrole
          AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend d
                          WHERE d.objid = p.oid AND d.deptype = 'e')
    LOOP
        EXECUTE thing.sql;
    END LOOP;
END
$empty$;

-- Two roles: iso_owner migrates and owns the tables, iso_app reads and writes rows.
--
-- Run by an administrator of the server, once before the first migrate and again whenever a
-- password changes; running it twice changes nothing. Passwords come as settings of the session:
--
--   PGOPTIONS="-c iso.owner_password=… -c iso.app_password=…" psql -d iso -f roles.sql
--
-- What each role may do to the tables is in after_migrate.sql, because only the owner can grant it.

DO $roles$
DECLARE
    told record;
BEGIN
    FOR told IN
        SELECT 'iso_owner' AS name, current_setting('iso.owner_password', true) AS password
        UNION ALL
        SELECT 'iso_app', current_setting('iso.app_password', true)
    LOOP
        IF NOT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = told.name) THEN
            EXECUTE format('CREATE ROLE %I LOGIN', told.name);
        END IF;
        IF coalesce(told.password, '') <> '' THEN
            EXECUTE format('ALTER ROLE %I PASSWORD %L', told.name, told.password);
        END IF;
    END LOOP;

    -- Without a value the trigger functions raise and catch an error for every row, and bulk
    -- imports fall from 14,000 to 2,300 rows a second.
    ALTER ROLE iso_owner SET "pgtrigger.ignore" = '{}';
    ALTER ROLE iso_app SET "pgtrigger.ignore" = '{}';

    -- PostgreSQL 14 lets everyone create tables in the schema public.
    REVOKE CREATE ON SCHEMA public FROM PUBLIC;
    GRANT USAGE, CREATE ON SCHEMA public TO iso_owner;
    GRANT USAGE ON SCHEMA public TO iso_app;
END
$roles$;

-- What the application may do to the tables, and a trail it cannot silence.
--
-- Run by the owner (iso_owner) after every migrate; running it twice changes nothing.

-- 1. The application reads and writes rows. It gets no DDL, no TRIGGER and no TRUNCATE.
DO $grants$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = 'iso_app') THEN
        RAISE NOTICE 'There is no role iso_app: run deploy/postgres/roles.sql first.';
        RETURN;
    END IF;
    ALTER DEFAULT PRIVILEGES IN SCHEMA public
        GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO iso_app;
    ALTER DEFAULT PRIVILEGES IN SCHEMA public
        GRANT USAGE, SELECT ON SEQUENCES TO iso_app;
    GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO iso_app;
    GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO iso_app;
END
$grants$;

-- 2. The trail is written by triggers only: the application may read it.
DO $trail$
DECLARE
    trail regclass;
BEGIN
    IF NOT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = 'iso_app') THEN
        RETURN;
    END IF;
    FOR trail IN
        SELECT format('%I.%I', t.table_schema, t.table_name)::regclass
        FROM information_schema.tables t
        WHERE t.table_schema = 'public'
          AND t.table_type = 'BASE TABLE'
          AND (t.table_name = 'pghistory_context'
               OR EXISTS (SELECT FROM information_schema.columns c
                          WHERE c.table_schema = t.table_schema
                            AND c.table_name = t.table_name
                            AND c.column_name = 'pgh_label'))
    LOOP
        EXECUTE format('REVOKE INSERT, UPDATE, DELETE ON %s FROM iso_app', trail);
    END LOOP;
END
$trail$;

-- 2b. So is the order of changes that the feeds tell. An epoch may begin, none may be rewritten.
DO $feeds$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = 'iso_app')
       OR to_regclass('public.feeds_feedchange') IS NULL THEN
        RETURN;
    END IF;
    REVOKE INSERT, UPDATE, DELETE ON feeds_feedchange FROM iso_app;
    REVOKE USAGE ON SEQUENCE feeds_change_number FROM iso_app;
    REVOKE UPDATE, DELETE ON feeds_feedepoch FROM iso_app;
END
$feeds$;

-- 3. Nobody switches the triggers off with a setting of the session. pgtrigger installs its own
--    version of this function with every trigger, therefore it is replaced after every migrate.
CREATE OR REPLACE FUNCTION public._pgtrigger_should_ignore(trigger_name name)
RETURNS boolean AS $$
    BEGIN
        RETURN false;
    END;
$$ LANGUAGE plpgsql;

-- 4. The label of an act may change until its transaction ends, and never afterwards: pghistory's
--    own version lets any session rewrite the label of an old act by naming its id.
DO $context$
BEGIN
    IF to_regclass('public.pghistory_context') IS NULL THEN
        RETURN;
    END IF;
    CREATE OR REPLACE FUNCTION public._pgh_attach_context()
    RETURNS public.pghistory_context.id%TYPE AS $$
        DECLARE
            told_id uuid := nullif(current_setting('pghistory.context_id', true), '');
            told jsonb := nullif(current_setting('pghistory.context_metadata', true), '');
        BEGIN
            IF told_id IS NULL OR told IS NULL THEN
                RETURN NULL;
            END IF;
            INSERT INTO public.pghistory_context AS kept (id, metadata, created_at, updated_at)
                VALUES (told_id, told, now(), now())
                ON CONFLICT (id) DO UPDATE
                    SET metadata = excluded.metadata, updated_at = excluded.updated_at
                    WHERE kept.metadata <> excluded.metadata
                      AND kept.created_at = now();  -- now() is the start of the transaction
            RETURN told_id;
        END;
    $$ LANGUAGE plpgsql;
    REVOKE EXECUTE ON FUNCTION public._pgh_attach_context() FROM PUBLIC;
END
$context$;

-- 5. The functions that write the trail do so as the owner, whoever changed the row, and find
--    their tables by a fixed path that no session can redirect.
DO $definer$
DECLARE
    writer regprocedure;
BEGIN
    FOR writer IN
        SELECT p.oid::regprocedure
        FROM pg_catalog.pg_proc p
        WHERE p.pronamespace = 'public'::regnamespace
          AND (p.proname = '_pgh_attach_context'
               OR (p.proname LIKE 'pgtrigger\_%' AND p.prosrc ~ 'INSERT INTO .*pgh_label'))
    LOOP
        EXECUTE format('ALTER FUNCTION %s SECURITY DEFINER SET search_path = pg_catalog, public',
                       writer);
    END LOOP;
END
$definer$;

-- Who may do what. Run by `kiosk province set-up` after schema.sql, as the database's superuser, in the database itself.
--   counts_pc      the group of all PCs: INSERT of four columns and of its two versions, nothing else; never reads, changes or deletes
--   counts_reader  reports: SELECT on the tables, nothing else
-- Each PC is a login role of its own (`kiosk province enrol`), a member of counts_pc, known by its certificate only.

DO $$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'counts_pc') THEN
        CREATE ROLE counts_pc NOLOGIN;
    END IF;
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'counts_reader') THEN
        CREATE ROLE counts_reader NOLOGIN;
    END IF;
    EXECUTE format('REVOKE ALL ON DATABASE %I FROM PUBLIC', current_database());
    EXECUTE format('GRANT CONNECT ON DATABASE %I TO counts_pc, counts_reader', current_database());
END
$$;

REVOKE ALL ON SCHEMA public FROM PUBLIC;
REVOKE ALL ON SCHEMA counts FROM PUBLIC;
REVOKE ALL ON ALL TABLES IN SCHEMA counts FROM PUBLIC, counts_pc, counts_reader;

GRANT USAGE ON SCHEMA counts TO counts_pc, counts_reader;
GRANT INSERT (day, kind, subject, count) ON counts.day_total TO counts_pc;
GRANT INSERT (program, content) ON counts.seen TO counts_pc;
GRANT SELECT ON ALL TABLES IN SCHEMA counts TO counts_reader;

-- Places for free text that anybody may otherwise use, and nobody needs here: large objects, messages in the
-- write-ahead log, notices of a DO block in the server's log. `lo_*` are the only functions with such names.
DO $$
DECLARE made regprocedure;
BEGIN
    FOR made IN
        SELECT oid::regprocedure FROM pg_proc
        WHERE pronamespace = 'pg_catalog'::regnamespace
          AND proname IN ('lo_creat', 'lo_create', 'lo_from_bytea', 'lo_import', 'lo_open', 'lo_put', 'lowrite',
                          'pg_logical_emit_message', 'pg_notify', 'pg_export_snapshot')
    LOOP
        EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', made);
    END LOOP;
END
$$;
REVOKE USAGE ON LANGUAGE plpgsql FROM PUBLIC;

-- A role may change its own settings, which no version of PostgreSQL lets anybody forbid. `kiosk province tidy` puts them
-- back; until then nobody else can read what was written there.
REVOKE SELECT ON pg_catalog.pg_db_role_setting, pg_catalog.pg_roles, pg_catalog.pg_user FROM PUBLIC;
GRANT SELECT ON pg_catalog.pg_roles TO counts_reader;

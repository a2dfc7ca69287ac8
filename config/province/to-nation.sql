-- Province -> nation by PostgreSQL's own logical replication; no program of ours runs in between.
-- 1. At the nation: `kiosk province set-up` makes the same tables and catalogue (it publishes nothing further).
-- 2. At each province, as superuser in the database `counts`, run this file once.
-- 3. Give counts_nation a certificate of the province's authority (`kiosk province reader counts_nation`).
-- 4. At the nation, run from-provinces.sql with the province's address.
-- Commune codes are unique in the country and part of every PC's name, so provinces never collide. The catalogue is
-- not replicated: the nation loads its own. Only inserts travel; a PC's signing key stays at home.

DO $$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'counts_nation') THEN
        CREATE ROLE counts_nation LOGIN REPLICATION;
    END IF;
    EXECUTE format('GRANT CONNECT ON DATABASE %I TO counts_nation', current_database());
END
$$;
GRANT USAGE ON SCHEMA counts TO counts_nation;
GRANT SELECT ON counts.pc, counts.day_total TO counts_nation;

CREATE PUBLICATION counts_to_nation
    FOR TABLE counts.pc (pc_id, commune, card_reader, printer, scanner, enrolled_on, revoked_on), counts.day_total
    WITH (publish = 'insert, update');

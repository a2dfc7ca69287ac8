-- The province's tables for the day totals of its stations (PostgreSQL 15). Run by `kiosk province set-up`, as the
-- database's superuser; running it again changes nothing. The nation's copy uses the same file.

CREATE SCHEMA IF NOT EXISTS counts;

-- One row a PC of a help point. `signing_key` is the Ed25519 key that signs its sticks and day sheets.
CREATE TABLE IF NOT EXISTS counts.pc (
    pc_id         text PRIMARY KEY CHECK (pc_id ~ '^pc-[0-9]{5}-[a-z0-9-]{1,20}$'),
    commune       text NOT NULL CHECK (commune ~ '^[0-9]{5}$'),
    signing_key   bytea CHECK (octet_length(signing_key) = 32),
    card_reader   text NOT NULL DEFAULT '' CHECK (length(card_reader) <= 60),
    printer       text NOT NULL DEFAULT '' CHECK (length(printer) <= 60),
    scanner       text NOT NULL DEFAULT '' CHECK (length(scanner) <= 60),
    enrolled_on   date NOT NULL DEFAULT current_date,
    revoked_on    date
);

-- Everything that may be counted: loaded from the shipped content. A pair that is not here cannot be stored, so no
-- free text can be. `mark` is the short form of the pair in the code of a day sheet.
CREATE TABLE IF NOT EXISTS counts.catalogue (
    kind     text NOT NULL,
    subject  text NOT NULL,
    mark     bytea NOT NULL UNIQUE CHECK (octet_length(mark) = 4),
    PRIMARY KEY (kind, subject)
);

-- A closed day's total. Never changed: a second arrival of the same key is ignored (ON CONFLICT DO NOTHING).
CREATE TABLE IF NOT EXISTS counts.day_total (
    pc_id        text NOT NULL DEFAULT session_user REFERENCES counts.pc,
    day          date NOT NULL CHECK (day BETWEEN '2025-07-01' AND current_date + 1),
    kind         text NOT NULL,
    subject      text NOT NULL,
    count        integer NOT NULL CHECK (count BETWEEN 1 AND 1000000),
    received_at  timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (pc_id, day, kind, subject),
    FOREIGN KEY (kind, subject) REFERENCES counts.catalogue
);

-- How many rows each PC sent on each day; a stolen key must not fill the disk. A station's outbox waits for the next day.
CREATE TABLE IF NOT EXISTS counts.taken (
    pc_id  text NOT NULL REFERENCES counts.pc ON DELETE CASCADE,
    day    date NOT NULL,
    rows   bigint NOT NULL,
    PRIMARY KEY (pc_id, day)
);

-- A station has a few hundred rows a day, and one that was offline for months some ten thousand. Nothing happens ten
-- thousand times a day at one PC but the looks at its devices and the minutes of its volunteers.
CREATE OR REPLACE FUNCTION counts.keep_within_limits() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    sent bigint;
BEGIN
    IF NOT EXISTS (SELECT FROM counts.pc WHERE pc_id = session_user) THEN
        RETURN NULL; -- sticks and day sheets, loaded by the province itself
    END IF;
    IF EXISTS (SELECT FROM fresh WHERE count > 20000 OR day < current_date - 400) THEN
        RAISE EXCEPTION 'beyond what one station can count' USING ERRCODE = 'check_violation';
    END IF;
    INSERT INTO counts.taken AS t (pc_id, day, rows) SELECT session_user, current_date, count(*) FROM fresh
        ON CONFLICT (pc_id, day) DO UPDATE SET rows = t.rows + excluded.rows RETURNING rows INTO sent;
    IF sent > 20000 THEN
        RAISE EXCEPTION 'more rows than one station sends in a day' USING ERRCODE = 'program_limit_exceeded';
    END IF;
    RETURN NULL;
END
$$;
DROP TRIGGER IF EXISTS keep_within_limits ON counts.day_total;
CREATE TRIGGER keep_within_limits AFTER INSERT ON counts.day_total
    REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION counts.keep_within_limits();

-- Rows arrive by day, so a block range index finds a month among years and stays a few pages small.
CREATE INDEX IF NOT EXISTS day_total_by_day ON counts.day_total USING brin (day) WITH (pages_per_range = 32);

-- Signed files (sticks) that were loaded: one serial number is loaded once.
CREATE TABLE IF NOT EXISTS counts.delivery (
    pc_id      text NOT NULL REFERENCES counts.pc,
    serial     bigint NOT NULL CHECK (serial > 0),
    digest     bytea NOT NULL CHECK (octet_length(digest) = 32),
    loaded_at  timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (pc_id, serial)
);

-- That a PC was here on a day, with the versions of its program and its content. One row a day: the first of it.
CREATE TABLE IF NOT EXISTS counts.seen (
    pc_id    text NOT NULL DEFAULT session_user REFERENCES counts.pc ON DELETE CASCADE,
    day      date NOT NULL DEFAULT current_date,
    program  text NOT NULL CHECK (program ~ '^[0-9]{1,4}(\.[0-9]{1,4}){0,3}$'),
    content  text NOT NULL CHECK (content ~ '^([0-9]{4}\.[0-9]{2}\.[0-9]{2}(\.[0-9]{1,4})?)?$'),
    PRIMARY KEY (pc_id, day)
);

-- When a report of a period that was over first told of a day. What comes later is in no report: laid beside the one
-- before it would say what a PC that was late had counted.
CREATE TABLE IF NOT EXISTS counts.told (
    day  date PRIMARY KEY,
    at   timestamptz NOT NULL DEFAULT now()
);

CREATE OR REPLACE VIEW counts.tellable AS
    SELECT t.pc_id, t.day, t.kind, t.subject, t.count FROM counts.day_total AS t LEFT JOIN counts.told USING (day)
    WHERE told.at IS NULL OR t.received_at <= told.at;

CREATE OR REPLACE VIEW counts.last_day AS
    SELECT pc.pc_id, pc.commune, (SELECT max(day) FROM counts.day_total AS t WHERE t.pc_id = pc.pc_id) AS last_day
    FROM counts.pc AS pc
    WHERE pc.revoked_on IS NULL;

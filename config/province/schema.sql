-- The province's tables for the day totals of its stations (PostgreSQL 15). Run by `kiosk province init`, as the
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

CREATE OR REPLACE VIEW counts.last_day AS
    SELECT pc.pc_id, pc.commune, (SELECT max(day) FROM counts.day_total AS t WHERE t.pc_id = pc.pc_id) AS last_day
    FROM counts.pc AS pc
    WHERE pc.revoked_on IS NULL;

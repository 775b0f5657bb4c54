-- +goose Up

-- Days are text as vi.Day stores them; '' in valid_from or from_day means "as
-- far back as we know", '' in valid_until or until_day means "still so".
-- valid_until and until_day are the first day it no longer holds.
CREATE TABLE unit (
    id           text PRIMARY KEY,
    code         text NOT NULL DEFAULT '',
    level        text NOT NULL,
    valid_from   text NOT NULL DEFAULT '',
    valid_until  text NOT NULL DEFAULT '',
    illustrative boolean NOT NULL DEFAULT false
);

-- An official code may come back after its unit has ended, but stands for one
-- living unit at a time.
CREATE UNIQUE INDEX unit_code_living ON unit (code) WHERE code <> '' AND valid_until = '';
CREATE INDEX unit_code ON unit (code);

-- What a unit was called, what kind it was and whose it was, period by period:
-- a town becomes a city, a commune moves to another district, and both stay
-- the same unit.
CREATE TABLE unit_name (
    unit_id    text NOT NULL REFERENCES unit (id),
    from_day   text NOT NULL DEFAULT '',
    until_day  text NOT NULL DEFAULT '',
    name       text NOT NULL,
    short_name text NOT NULL,
    kind       text NOT NULL,
    parent_id  text REFERENCES unit (id),
    fold       text NOT NULL,
    sort_key   text NOT NULL,
    PRIMARY KEY (unit_id, from_day)
);
CREATE INDEX unit_name_fold ON unit_name (fold);
CREATE INDEX unit_name_parent ON unit_name (parent_id);

-- Who came out of whom. A unit that takes others in under its old code is its
-- own successor too.
CREATE TABLE unit_succession (
    from_unit text NOT NULL REFERENCES unit (id),
    to_unit   text NOT NULL REFERENCES unit (id),
    on_day    text NOT NULL,
    act       text NOT NULL DEFAULT '',
    share     text NOT NULL DEFAULT '',
    note      text NOT NULL DEFAULT '',
    PRIMARY KEY (from_unit, to_unit, on_day)
);
CREATE INDEX unit_succession_to ON unit_succession (to_unit);

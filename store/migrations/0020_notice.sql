-- +goose Up

-- Work to be done behind the desks. kind says what, payload the particulars as
-- JSON, emptied once it is done. A job_key is taken once for each kind. claim
-- names who is at it until claimed_until. state is 'waiting', 'done' or 'dead';
-- a job that comes back is always waiting.
CREATE TABLE job (
    id             text PRIMARY KEY,
    kind           text NOT NULL,
    job_key        text NOT NULL,
    payload        text NOT NULL,
    state          text NOT NULL,
    run_after      text NOT NULL,
    attempts       integer NOT NULL DEFAULT 0,
    claim          text NOT NULL DEFAULT '',
    claimed_until  text NOT NULL,
    last_error     text NOT NULL DEFAULT '',
    made_at        text NOT NULL,
    ended_at       text NOT NULL,
    UNIQUE (kind, job_key)
);
CREATE INDEX job_due ON job (state, run_after);

-- What a person is told. notice_key is unique for the person, so that nothing
-- is told twice. read_at and mailed_at are '' until then.
CREATE TABLE notice (
    id          text PRIMARY KEY,
    person_id   text NOT NULL REFERENCES person (id),
    notice_key  text NOT NULL,
    said_vi     text NOT NULL,
    said_en     text NOT NULL,
    fold        text NOT NULL,
    link        text NOT NULL,
    kind        text NOT NULL,
    at          text NOT NULL,
    read_at     text NOT NULL DEFAULT '',
    mailed_at   text NOT NULL DEFAULT '',
    UNIQUE (person_id, notice_key)
);
CREATE INDEX notice_person ON notice (person_id, at);
CREATE INDEX notice_unread ON notice (person_id, read_at);
CREATE INDEX notice_unmailed ON notice (mailed_at);

-- Up to which entry of the journal people were told.
CREATE TABLE notice_cursor (
    place  integer PRIMARY KEY,
    seq    bigint NOT NULL
);

-- How a person wants mail: 'daily', 'at_once' or 'never'. token stands in the
-- link of each letter by which mail is ended without signing in.
CREATE TABLE notice_mail (
    person_id  text PRIMARY KEY REFERENCES person (id),
    how        text NOT NULL,
    token      text NOT NULL UNIQUE
);

-- Who was reminded of which step on which day: once a day for each.
CREATE TABLE reminder (
    season_id  text NOT NULL REFERENCES season (id),
    unit_id    text NOT NULL REFERENCES unit (id),
    step       text NOT NULL,
    day        text NOT NULL,
    actor      text NOT NULL,
    PRIMARY KEY (season_id, unit_id, step, day)
);

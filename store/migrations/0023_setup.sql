-- +goose Up

-- The rules of a year while they are being written, before the members sign
-- them. revision counts the changes, so that nobody overwrites what another
-- just changed. earlier is the body before the last change, for taking it back.
CREATE TABLE season_rules_draft (
    season_id   text PRIMARY KEY REFERENCES season (id),
    revision    bigint NOT NULL,
    body        text NOT NULL,
    earlier     text NOT NULL,
    edited_by   text NOT NULL,
    edited_at   text NOT NULL
);

-- Every change of a phase's dates, with its reason where one was needed. was
-- and became are the span before and after, as JSON.
CREATE TABLE season_date_change (
    id          text PRIMARY KEY,
    season_id   text NOT NULL REFERENCES season (id),
    day         text NOT NULL,
    phase       text NOT NULL,
    was         text NOT NULL,
    became      text NOT NULL,
    reason      text NOT NULL,
    changed_by  text NOT NULL
);
CREATE INDEX season_date_change_season ON season_date_change (season_id);

-- A list of units between its preview and its confirmation. body is the file
-- in Base64.
CREATE TABLE unit_upload (
    id          text PRIMARY KEY,
    person_id   text NOT NULL,
    as_of       text NOT NULL,
    file        text NOT NULL,
    body        text NOT NULL,
    made_at     text NOT NULL
);

-- The members of a year are asked for by unit, years by cluster.
CREATE INDEX season_cluster ON season (cluster_id);

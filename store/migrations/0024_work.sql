-- +goose Up

-- The pledge while the units sign it. revision grows with every change of its
-- words, so that a signature holds for the words it was put under.
CREATE TABLE pledge_draft (
    season_id   text PRIMARY KEY REFERENCES season (id),
    revision    bigint NOT NULL,
    day         text NOT NULL,
    place       text NOT NULL,
    body        text NOT NULL,
    edited_by   text NOT NULL,
    edited_on   text NOT NULL
);

CREATE TABLE pledge_signature (
    season_id   text NOT NULL REFERENCES season (id),
    revision    bigint NOT NULL,
    unit_id     text NOT NULL REFERENCES unit (id),
    person_id   text NOT NULL,
    name        text NOT NULL,
    signed_on   text NOT NULL,
    PRIMARY KEY (season_id, revision, unit_id)
);

-- What was done about a finding or a task, oldest first. evidence is the JSON
-- list of what proves it.
CREATE TABLE season_note_step (
    id          text PRIMARY KEY,
    note_id     text NOT NULL REFERENCES season_note (id),
    on_day      text NOT NULL,
    state       text NOT NULL,
    body        text NOT NULL,
    evidence    text NOT NULL,
    told_by     text NOT NULL,
    told_unit   text NOT NULL
);
CREATE INDEX season_note_step_note ON season_note_step (note_id);

-- Every change of a target that was given, with its reason. was and became are
-- the target before and after, as JSON.
CREATE TABLE target_change (
    id          text PRIMARY KEY,
    target_id   text NOT NULL REFERENCES target (id),
    day         text NOT NULL,
    was         text NOT NULL,
    became      text NOT NULL,
    reason      text NOT NULL,
    changed_by  text NOT NULL
);
CREATE INDEX target_change_target ON target_change (target_id);

-- What proves a result or a response: the JSON list of words and of files of
-- the unit's library.
ALTER TABLE target_actual ADD COLUMN evidence text NOT NULL DEFAULT '';
ALTER TABLE movement_response ADD COLUMN evidence text NOT NULL DEFAULT '';

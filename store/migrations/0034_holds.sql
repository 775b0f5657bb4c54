-- +goose Up

-- What keeps a unit or a person from being proposed and awarded while it is
-- open. outcome is empty until it is concluded; counts_from is the day from
-- which achievements count after a discipline.
CREATE TABLE award_hold (
    id             text PRIMARY KEY,
    unit_id        text REFERENCES unit (id),
    subject        text NOT NULL,
    subject_key    text NOT NULL,
    kind           text NOT NULL,
    source         text NOT NULL,
    from_day       text NOT NULL,
    outcome        text NOT NULL,
    concluded_on   text NOT NULL,
    conclusion     text NOT NULL,
    counts_from    text NOT NULL,
    illustrative   boolean NOT NULL
);
CREATE INDEX award_hold_unit ON award_hold (unit_id);
CREATE INDEX award_hold_subject ON award_hold (subject_key);

-- A fact of a candidate that no record holds, stated by an officer on a
-- document; the newest of a name counts.
CREATE TABLE stated_fact (
    id             text PRIMARY KEY,
    nomination_id  text NOT NULL REFERENCES nomination (id),
    name           text NOT NULL,
    value          text NOT NULL,
    document       text NOT NULL,
    proof          text NOT NULL,
    stated_on      text NOT NULL,
    actor          text NOT NULL,
    person_id      text NOT NULL,
    illustrative   boolean NOT NULL
);
CREATE INDEX stated_fact_nomination ON stated_fact (nomination_id);

-- The paper of a dossier that is a file of a unit's library: its id there.
CREATE TABLE dossier_file (
    nomination_id  text NOT NULL REFERENCES nomination (id),
    kind           text NOT NULL,
    evidence_id    text NOT NULL REFERENCES evidence (id),
    attached_on    text NOT NULL,
    PRIMARY KEY (nomination_id, kind, evidence_id)
);

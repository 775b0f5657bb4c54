-- +goose Up

-- The register of awards. Its rows count in millions, so that what many rows
-- share stands once, and ids are the register's own running numbers: decisions
-- are numbered 1, 2, 3… without gaps, awards likewise within their decision.
-- Keys that are searched by their beginning are bytes, which both engines order
-- alike. A row is never changed: an award is altered by another decision.

-- batch_id is the import it came by, '' when it was recorded here. undone is
-- when that import was undone, '' while it stands.
CREATE TABLE award_decision (
    id            integer PRIMARY KEY,
    number        text NOT NULL,
    number_key    bytea NOT NULL,
    day           text NOT NULL,
    year          integer NOT NULL,
    authority     text NOT NULL,
    authority_key text NOT NULL,
    signer        text NOT NULL,
    kind          text NOT NULL,
    batch_id      text NOT NULL,
    undone        text NOT NULL DEFAULT '',
    illustrative  boolean NOT NULL,
    recorded_at   text NOT NULL
);
CREATE UNIQUE INDEX award_decision_key ON award_decision (authority_key, number_key, year) WHERE undone = '';
CREATE INDEX award_decision_number ON award_decision (number_key);
CREATE INDEX award_decision_batch ON award_decision (batch_id);
CREATE INDEX award_decision_undone ON award_decision (id) WHERE undone <> '';

-- Who was awarded. identity tells them apart: a name with a day of birth, or a
-- name in a unit. same_as leads to the recipient that this one turned out to
-- be, 0 for none. unit_id is a collective's own unit where it is known.
CREATE TABLE recipient (
    id           integer PRIMARY KEY,
    kind         text NOT NULL,
    name         text NOT NULL,
    fold         text NOT NULL,
    identity     text NOT NULL,
    birth        text NOT NULL,
    sex          text NOT NULL,
    unit_id      text NOT NULL,
    same_as      integer NOT NULL DEFAULT 0,
    illustrative boolean NOT NULL
);
CREATE UNIQUE INDEX recipient_identity ON recipient (identity);
CREATE INDEX recipient_same ON recipient (same_as) WHERE same_as <> 0;
CREATE INDEX recipient_unit ON recipient (unit_id) WHERE unit_id <> '';

-- Each name from each of its words on, without accents: whatever words of it
-- are typed one after another begin one of these.
CREATE TABLE recipient_word (
    key          bytea NOT NULL,
    recipient_id integer NOT NULL REFERENCES recipient (id),
    PRIMARY KEY (key, recipient_id)
);

-- The unit that an award names, as it was called then. unit_id and province_id
-- are '' where the name is not in the list of units.
CREATE TABLE workplace (
    id          integer PRIMARY KEY,
    name        text NOT NULL,
    fold        text NOT NULL,
    identity    text NOT NULL,
    unit_id     text NOT NULL,
    province_id text NOT NULL
);
CREATE UNIQUE INDEX workplace_identity ON workplace (identity);
CREATE INDEX workplace_unit ON workplace (unit_id);
CREATE TABLE workplace_word (
    key          bytea NOT NULL,
    workplace_id integer NOT NULL REFERENCES workplace (id),
    PRIMARY KEY (key, workplace_id)
);

-- One award as decided. place is the số sổ vàng; money is in VND, -1 when it is
-- not known.
CREATE TABLE award (
    decision_id  integer NOT NULL REFERENCES award_decision (id),
    place        integer NOT NULL,
    kind         text NOT NULL,
    recipient_id integer NOT NULL REFERENCES recipient (id),
    name         text NOT NULL,
    post         text NOT NULL,
    workplace_id integer NOT NULL REFERENCES workplace (id),
    title        text NOT NULL,
    title_name   text NOT NULL,
    year         integer NOT NULL,
    achievement  text NOT NULL,
    money        bigint NOT NULL,
    illustrative boolean NOT NULL,
    PRIMARY KEY (decision_id, place)
);
CREATE INDEX award_recipient ON award (recipient_id, year, decision_id, place);
CREATE INDEX award_workplace ON award (workplace_id, year, decision_id, place);
CREATE INDEX award_title ON award (title, year, decision_id, place);
CREATE INDEX award_year ON award (year, decision_id, place);

-- What later decisions did to an award: amended it, or revoked it on one of the
-- statutory grounds. amended is what it says from then on, as JSON.
CREATE TABLE award_event (
    decision_id integer NOT NULL,
    place       integer NOT NULL,
    seq         integer NOT NULL,
    by_decision integer NOT NULL REFERENCES award_decision (id),
    kind        text NOT NULL,
    ground      text NOT NULL,
    reason      text NOT NULL,
    amended     text NOT NULL,
    PRIMARY KEY (decision_id, place, seq),
    FOREIGN KEY (decision_id, place) REFERENCES award (decision_id, place)
);

-- What came back of a revoked award, step by step: money in VND, and artefacts.
CREATE TABLE award_recovery (
    decision_id integer NOT NULL,
    place       integer NOT NULL,
    seq         integer NOT NULL,
    day         text NOT NULL,
    what        text NOT NULL,
    money       bigint NOT NULL,
    note        text NOT NULL,
    PRIMARY KEY (decision_id, place, seq),
    FOREIGN KEY (decision_id, place) REFERENCES award (decision_id, place)
);

-- Imports, and their being undone.
CREATE TABLE award_batch (
    id         text PRIMARY KEY,
    file       text NOT NULL,
    sha256     text NOT NULL,
    row_count  bigint NOT NULL,
    added      bigint NOT NULL,
    decisions  bigint NOT NULL,
    actor      text NOT NULL,
    at         text NOT NULL,
    undone_at  text NOT NULL DEFAULT '',
    undone_by  text NOT NULL DEFAULT '',
    undone_why text NOT NULL DEFAULT ''
);

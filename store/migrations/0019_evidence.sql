-- +goose Up

-- One file of a unit's library. format is what its bytes are ('pdf', 'docx'…),
-- kind what document it is. stored is the random name under which its parts
-- lie. A unit keeps the same bytes once. retired_on is '' while it is in use;
-- nothing is ever deleted.
CREATE TABLE evidence (
    id           text PRIMARY KEY,
    unit_id      text NOT NULL REFERENCES unit (id),
    name         text NOT NULL,
    format       text NOT NULL,
    kind         text NOT NULL,
    description  text NOT NULL,
    day          text NOT NULL,
    size         bigint NOT NULL,
    sha256       text NOT NULL,
    stored       text NOT NULL UNIQUE,
    sensitive    boolean NOT NULL,
    retired_on   text NOT NULL,
    retired_why  text NOT NULL,
    added_on     text NOT NULL,
    added_by     text NOT NULL,
    illustrative boolean NOT NULL,
    UNIQUE (unit_id, sha256)
);

-- A file's bytes in parts, in order from 0.
CREATE TABLE evidence_part (
    stored    text NOT NULL REFERENCES evidence (stored),
    position  bigint NOT NULL,
    body      bytea NOT NULL,
    PRIMARY KEY (stored, position)
);

-- A small picture of an image, set anew by the program: nothing of the file's
-- own bytes is in it.
CREATE TABLE evidence_preview (
    evidence_id  text PRIMARY KEY REFERENCES evidence (id),
    body         bytea NOT NULL
);

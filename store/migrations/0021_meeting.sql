-- +goose Up

-- stage is where a conference stands; version counts its events, so that whoever
-- looks on sees at a glance that something happened. chair_person and
-- secretary_person are those who will sign its minutes, '' while not named.
ALTER TABLE conference ADD COLUMN stage text NOT NULL DEFAULT 'called';
ALTER TABLE conference ADD COLUMN version bigint NOT NULL DEFAULT 0;
ALTER TABLE conference ADD COLUMN chair_person text NOT NULL DEFAULT '';
ALTER TABLE conference ADD COLUMN secretary_person text NOT NULL DEFAULT '';
UPDATE conference SET stage = 'closed' WHERE held;

-- What happened, one row each, never changed. item is the place on the agenda,
-- from 1; 0 when it belongs to none. unit_id is '' when it is of no unit.
CREATE TABLE conference_event (
    conference_id text NOT NULL REFERENCES conference (id),
    seq           bigint NOT NULL,
    at            text NOT NULL,
    kind          text NOT NULL,
    unit_id       text NOT NULL,
    item          integer NOT NULL,
    words         text NOT NULL,
    actor         text NOT NULL,
    role          text NOT NULL,
    PRIMARY KEY (conference_id, seq)
);

-- Minutes are number 1; a correction after signing is a document of its own,
-- number 2 and on. frozen is the text as it was frozen, '' before that.
CREATE TABLE conference_minutes (
    conference_id text NOT NULL REFERENCES conference (id),
    number        integer NOT NULL,
    version       bigint NOT NULL,
    why           text NOT NULL,
    sections      text NOT NULL,
    amendments    text NOT NULL,
    frozen        text NOT NULL,
    sha256        text NOT NULL,
    signatures    text NOT NULL,
    PRIMARY KEY (conference_id, number)
);

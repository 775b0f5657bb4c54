-- +goose Up

-- A council: how many must be present, which share decides where no law read
-- here says one, and whether a member with a conflict of interest votes.
-- body_unit is the unit id of the standing body that serves it.
CREATE TABLE council (
    id             text PRIMARY KEY,
    name           text NOT NULL,
    fold           text NOT NULL UNIQUE,
    body_unit      text NOT NULL,
    rules          text NOT NULL,
    illustrative   boolean NOT NULL
);

-- Who sits on the council between two days; a renewal is a new row, and the one
-- before ends the day before.
CREATE TABLE council_establishment (
    id          text PRIMARY KEY,
    council_id  text NOT NULL REFERENCES council (id),
    document    text NOT NULL,
    day         text NOT NULL,
    from_day    text NOT NULL,
    until_day   text NOT NULL,
    seats       text NOT NULL
);
CREATE INDEX council_establishment_council ON council_establishment (council_id);

-- roll says of each seat whether it was present or wrote, never what it voted.
CREATE TABLE council_meeting (
    id                text PRIMARY KEY,
    council_id        text NOT NULL REFERENCES council (id),
    establishment_id  text NOT NULL REFERENCES council_establishment (id),
    name              text NOT NULL,
    name_key          text NOT NULL,
    day               text NOT NULL,
    place             text NOT NULL,
    state             text NOT NULL,
    roll              text NOT NULL,
    board             text NOT NULL,
    flag_base         integer,
    note              text NOT NULL,
    opened_by         text NOT NULL,
    illustrative      boolean NOT NULL,
    UNIQUE (council_id, name_key)
);

-- A dossier on the list of a meeting, with its own secret ballot once that was
-- opened. basis is the share that decides and where it comes from.
CREATE TABLE council_item (
    meeting_id     text NOT NULL REFERENCES council_meeting (id),
    nomination_id  text NOT NULL REFERENCES nomination (id),
    position       integer NOT NULL,
    poll_id        text NOT NULL,
    basis          text NOT NULL,
    conflicts      text NOT NULL,
    PRIMARY KEY (meeting_id, nomination_id)
);
CREATE INDEX council_item_nomination ON council_item (nomination_id);

-- The notice to whoever did not pass.
CREATE TABLE council_refusal (
    meeting_id     text NOT NULL REFERENCES council_meeting (id),
    nomination_id  text NOT NULL REFERENCES nomination (id),
    number         text NOT NULL,
    day            text NOT NULL,
    reason         text NOT NULL,
    PRIMARY KEY (meeting_id, nomination_id)
);

-- Which decision of the register was drawn from which meeting for which
-- nomination: a candidate has one decision.
CREATE TABLE council_decision (
    nomination_id  text PRIMARY KEY REFERENCES nomination (id),
    meeting_id     text NOT NULL REFERENCES council_meeting (id),
    decision_id    text NOT NULL
);
CREATE INDEX council_decision_decision ON council_decision (decision_id);

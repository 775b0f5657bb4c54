-- +goose Up

-- A candidate outside every unit on record (a person, a household, a body of
-- another tree) has only its name.
CREATE TABLE nomination (
    id              text PRIMARY KEY,
    season_id       text NOT NULL REFERENCES season (id),
    candidate_unit  text REFERENCES unit (id),
    candidate_name  text NOT NULL,
    candidate_kind  text NOT NULL,
    member          boolean NOT NULL,
    reason          text NOT NULL,
    proposed_by     text REFERENCES unit (id),
    title           text NOT NULL,
    title_key       text NOT NULL,
    title_code      text NOT NULL,
    path            text NOT NULL,
    vote_id         text REFERENCES vote (id),
    status          text NOT NULL,
    decision        text NOT NULL,
    papers          text NOT NULL,
    findings        text NOT NULL,
    illustrative    boolean NOT NULL
);
CREATE INDEX nomination_season ON nomination (season_id);

-- What a council reports only as numbers: so many proposed, so many passed.
-- NULL is a number nobody gave.
CREATE TABLE nomination_tally (
    id              text PRIMARY KEY,
    season_id       text NOT NULL REFERENCES season (id),
    title           text NOT NULL,
    title_key       text NOT NULL,
    title_code      text NOT NULL,
    candidate_kind  text NOT NULL,
    proposed        integer,
    passed          integer,
    illustrative    boolean NOT NULL,
    UNIQUE (season_id, title_key, candidate_kind)
);

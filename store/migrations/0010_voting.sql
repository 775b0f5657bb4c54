-- +goose Up

-- A count nobody reported is NULL, which is not 0. stated is the outcome as a
-- source gives it, NULL when it gives none.
CREATE TABLE vote (
    id                text PRIMARY KEY,
    season_id         text NOT NULL REFERENCES season (id),
    conference_id     text REFERENCES conference (id),
    question          text NOT NULL,
    question_key      text NOT NULL,
    ballot_round      integer NOT NULL,
    method            text NOT NULL,
    body              text NOT NULL,
    establishment     integer,
    present           integer,
    absent_in_writing integer,
    issued            integer,
    returned          integer,
    valid             integer,
    invalid           integer,
    options           text NOT NULL,
    roll              text NOT NULL,
    objections        text NOT NULL,
    unanimous         boolean NOT NULL,
    denominator       text NOT NULL,
    threshold         text NOT NULL,
    strict            boolean NOT NULL,
    quorum            text NOT NULL,
    seats             integer NOT NULL,
    tie               text NOT NULL,
    tally_board       text NOT NULL,
    stated            boolean,
    illustrative      boolean NOT NULL,
    UNIQUE (season_id, question_key, ballot_round)
);

-- +goose Up

-- A vote under way. body is the vote as it stands: the question, the options
-- and the rule; counts are in it only from the moment nobody can vote any more.
-- When it closes it becomes a row of vote with the same id. voters are the unit
-- ids that may vote and board the people who count, both frozen at the opening.
CREATE TABLE poll (
    id            text PRIMARY KEY,
    season_id     text NOT NULL REFERENCES season (id),
    conference_id text REFERENCES conference (id),
    state         text NOT NULL,
    question_key  text NOT NULL,
    ballot_round  integer NOT NULL,
    body          text NOT NULL,
    voters        text NOT NULL,
    board         text NOT NULL,
    salt          text NOT NULL,
    attempt       integer NOT NULL,
    differs       text NOT NULL,
    reason        text NOT NULL,
    opened_at     text,
    ended_at      text
);
CREATE INDEX poll_season ON poll (season_id);
CREATE INDEX poll_conference ON poll (conference_id);

-- What a member of the tally board counted, sealed: two entries can be compared
-- and neither can be read. No row says anything of a voter.
CREATE TABLE poll_entry (
    poll_id    text NOT NULL REFERENCES poll (id),
    attempt    integer NOT NULL,
    person_id  text NOT NULL,
    sealed     text NOT NULL,
    entered_at text NOT NULL,
    PRIMARY KEY (poll_id, attempt, person_id)
);

-- A person or household stands on the ballot: the vote names them in public only
-- once their award was decided.
ALTER TABLE vote ADD COLUMN personal boolean NOT NULL DEFAULT false;

-- The council's own vote on a nomination, when it was taken here, and why a
-- nomination was withdrawn.
ALTER TABLE nomination ADD COLUMN council_vote text NOT NULL DEFAULT '';
ALTER TABLE nomination ADD COLUMN note text NOT NULL DEFAULT '';

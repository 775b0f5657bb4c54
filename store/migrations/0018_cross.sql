-- +goose Up

-- Who cross-scores whom in a year. pairs is the JSON list of the assignments;
-- confirmed_on is '' while it is only proposed.
CREATE TABLE cross_plan (
    season_id     text PRIMARY KEY REFERENCES season (id),
    pairs         text NOT NULL,
    confirmed_on  text NOT NULL,
    confirmed_by  text NOT NULL,
    reason        text NOT NULL
);

-- A conflict of interest as a person declared it, or the standing body for
-- them. unit_id is '' when it is of the whole year; ended_on is '' while it lasts.
CREATE TABLE interest_conflict (
    id           text PRIMARY KEY,
    season_id    text NOT NULL REFERENCES season (id),
    person_id    text NOT NULL,
    unit_id      text NOT NULL,
    kind         text NOT NULL,
    note         text NOT NULL,
    declared_on  text NOT NULL,
    declared_by  text NOT NULL,
    ended_on     text NOT NULL,
    ended_why    text NOT NULL
);
CREATE INDEX interest_conflict_season ON interest_conflict (season_id);

-- What a scorer asks the unit it scores, on one criterion; answer is '' until
-- the unit answers. asker is the unit that asks, '' for the standing body.
CREATE TABLE score_question (
    id           text PRIMARY KEY,
    season_id    text NOT NULL REFERENCES season (id),
    unit_id      text NOT NULL REFERENCES unit (id),
    asker        text NOT NULL,
    criterion    text NOT NULL,
    question     text NOT NULL,
    asked_on     text NOT NULL,
    answer       text NOT NULL,
    answered_on  text NOT NULL
);
CREATE INDEX score_question_unit ON score_question (season_id, unit_id);

-- What was still open when the results were published, and why they were
-- published all the same. questions is the JSON list of the sentences shown.
CREATE TABLE result_publication (
    season_id     text PRIMARY KEY REFERENCES season (id),
    published_on  text NOT NULL,
    published_by  text NOT NULL,
    questions     text NOT NULL,
    reason        text NOT NULL
);

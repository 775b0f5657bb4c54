-- +goose Up

-- One scorer's sheet on one unit. scorer is the unit that scores, '' for the
-- standing body; marks is the JSON list of its marks.
CREATE TABLE score_sheet (
    id            text PRIMARY KEY,
    season_id     text NOT NULL REFERENCES season (id),
    unit_id       text NOT NULL REFERENCES unit (id),
    stage         text NOT NULL,
    scorer        text NOT NULL,
    scorer_name   text NOT NULL,
    rules_version bigint NOT NULL,
    day           text NOT NULL,
    state         text NOT NULL,
    marks         text NOT NULL,
    total         text NOT NULL,
    bonus         text NOT NULL,
    max_points    text NOT NULL,
    explanation   text NOT NULL,
    illustrative  boolean NOT NULL,
    UNIQUE (season_id, unit_id, stage, scorer)
);

-- Where a unit stands at a stage, as last computed from the sheets or, where
-- stated is true, as a report gives it. place 0 = not ranked; position is its
-- line in the table, as units may share a place.
CREATE TABLE standing (
    season_id     text NOT NULL REFERENCES season (id),
    unit_id       text NOT NULL REFERENCES unit (id),
    stage         text NOT NULL,
    position      bigint NOT NULL,
    place         bigint NOT NULL,
    points        text NOT NULL,
    max_points    text NOT NULL,
    share         text NOT NULL,
    band          text NOT NULL,
    decided       text NOT NULL,
    stated        boolean NOT NULL,
    illustrative  boolean NOT NULL,
    PRIMARY KEY (season_id, stage, unit_id)
);

-- +goose Up

-- One row is a whole conference: its short lists (agenda, papers, who came, who
-- spoke) are read and shown together, so they stand as JSON beside it. An
-- unknown day, hour or person is ''.
CREATE TABLE conference (
    id               text PRIMARY KEY,
    season_id        text NOT NULL REFERENCES season (id),
    kind             text NOT NULL,
    also             text NOT NULL,
    title            text NOT NULL,
    on_day           text NOT NULL,
    time_of_day      text NOT NULL,
    place            text NOT NULL,
    host_unit        text REFERENCES unit (id),
    convened_by      text NOT NULL,
    convened_by_unit text REFERENCES unit (id),
    chair            text NOT NULL,
    secretary        text NOT NULL,
    agenda           text NOT NULL,
    papers           text NOT NULL,
    attendance       text NOT NULL,
    delegates        text NOT NULL,
    reports          text NOT NULL,
    speeches         text NOT NULL,
    conclusions      text NOT NULL,
    photos           text NOT NULL,
    held             boolean NOT NULL,
    illustrative     boolean NOT NULL
);
CREATE INDEX conference_season ON conference (season_id);

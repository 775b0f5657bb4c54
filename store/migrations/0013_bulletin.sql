-- +goose Up

-- The year's news report as it was published; a later one takes its place.
CREATE TABLE bulletin (
    season_id     text PRIMARY KEY REFERENCES season (id),
    published_on  text NOT NULL,
    story         text NOT NULL
);

-- +goose Up

-- One row is one file of a paper. body holds the file, sha256 its checksum in
-- hex. on_day is the day whose rules of presentation the paper follows.
CREATE TABLE paper (
    id            text PRIMARY KEY,
    season_id     text NOT NULL REFERENCES season (id),
    position      integer NOT NULL,
    kind          text NOT NULL,
    title         text NOT NULL,
    file          text NOT NULL,
    format        text NOT NULL,
    on_day        text NOT NULL,
    body          bytea NOT NULL,
    size          integer NOT NULL,
    sha256        text NOT NULL,
    illustrative  boolean NOT NULL,
    UNIQUE (season_id, file)
);

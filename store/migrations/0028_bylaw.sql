-- +goose Up

-- By-laws of a province or cluster, as their files were loaded: one line for
-- each version, none ever changed.
CREATE TABLE bylaw (
    id         text NOT NULL,
    version    integer NOT NULL,
    body       text NOT NULL, -- the file, as it came
    name       text NOT NULL,
    province   text NOT NULL,
    from_day   text NOT NULL,
    until_day  text NOT NULL DEFAULT '',
    loaded_at  text NOT NULL,
    loaded_by  text NOT NULL,
    PRIMARY KEY (id, version)
);

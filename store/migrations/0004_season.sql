-- +goose Up
CREATE TABLE season (
    id             text PRIMARY KEY,
    cluster_id     text NOT NULL REFERENCES cluster (id),
    slug           text NOT NULL UNIQUE,
    label          text NOT NULL,
    year           bigint NOT NULL,
    phase          text NOT NULL,
    calendar       text NOT NULL,
    members_count  bigint NOT NULL,
    published_on   text NOT NULL,
    pledge         text NOT NULL,
    elected        text NOT NULL,
    sources        text NOT NULL,
    illustrative   boolean NOT NULL,
    UNIQUE (cluster_id, label)
);

CREATE TABLE season_rules (
    season_id   text NOT NULL REFERENCES season (id),
    version     bigint NOT NULL,
    signed_on   text NOT NULL,
    body        text NOT NULL,
    PRIMARY KEY (season_id, version)
);

CREATE TABLE registration (
    season_id     text NOT NULL REFERENCES season (id),
    unit_id       text NOT NULL REFERENCES unit (id),
    day           text NOT NULL,
    titles        text NOT NULL,
    illustrative  boolean NOT NULL,
    PRIMARY KEY (season_id, unit_id)
);

CREATE TABLE season_note (
    id            text PRIMARY KEY,
    season_id     text NOT NULL REFERENCES season (id),
    kind          text NOT NULL,
    position      bigint NOT NULL,
    body          text NOT NULL,
    owner_unit    text NOT NULL,
    owner_text    text NOT NULL,
    due           text NOT NULL,
    movement_id   text NOT NULL,
    stressed      boolean NOT NULL,
    illustrative  boolean NOT NULL,
    UNIQUE (season_id, kind, position)
);

CREATE TABLE season_figure (
    season_id     text NOT NULL REFERENCES season (id),
    position      bigint NOT NULL,
    name          text NOT NULL,
    counted       text NOT NULL,
    whole         text NOT NULL,
    printed       text NOT NULL,
    illustrative  boolean NOT NULL,
    PRIMARY KEY (season_id, position)
);

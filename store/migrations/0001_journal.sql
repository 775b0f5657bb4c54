-- +goose Up
CREATE TABLE journal (
    seq     bigint PRIMARY KEY,
    at      text NOT NULL,
    day     text NOT NULL,
    actor   text NOT NULL,
    role    text NOT NULL,
    act     text NOT NULL,
    object  text NOT NULL,
    detail  text NOT NULL,
    prev    text NOT NULL,
    hash    text NOT NULL
);

CREATE TABLE journal_head (
    place   integer PRIMARY KEY,
    seq     bigint NOT NULL,
    hash    text NOT NULL
);

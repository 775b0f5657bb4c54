-- +goose Up

-- The key by which extracts of the journal are signed; made at its first use.
CREATE TABLE journal_key (
    place    integer PRIMARY KEY,
    seed     text NOT NULL,
    made_at  text NOT NULL
);

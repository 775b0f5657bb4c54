-- +goose Up
-- Whose turn it is to write, on PostgreSQL: SQLite has one writer anyway.
CREATE TABLE write_turn (holder text NOT NULL);

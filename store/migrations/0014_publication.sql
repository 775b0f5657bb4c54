-- +goose Up
-- Whether the day of publication is made up.
ALTER TABLE season ADD COLUMN published_illustrative boolean NOT NULL DEFAULT false;

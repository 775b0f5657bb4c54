-- +goose Up

-- The province of the body that imported, '' for the command line and for a body
-- bound to none: a body sees and undoes its own province's imports.
ALTER TABLE award_batch ADD COLUMN province_id text NOT NULL DEFAULT '';

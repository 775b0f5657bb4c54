-- +goose Up

-- The moment at which a dossier's law was fixed: by-laws that were loaded later
-- change nothing of it. Year 1 is never.
ALTER TABLE nomination ADD COLUMN law_known text NOT NULL DEFAULT '0001-01-01T00:00:00.000000Z';
UPDATE nomination SET law_known = received_on || 'T23:59:59.999999Z' WHERE received_on <> '';

-- +goose Up

-- What kind of achievement an award is for; '' where the decision or the list that
-- brought it does not tell.
ALTER TABLE award ADD COLUMN category text NOT NULL DEFAULT '';

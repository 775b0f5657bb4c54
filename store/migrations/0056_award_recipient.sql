-- +goose Up

-- Without the title again: the wider index made every look-up by name slower for
-- the sake of the few that ask for a title beside it.
DROP INDEX award_recipient;
CREATE INDEX award_recipient ON award (recipient_id, year, decision_id, place);

-- +goose Up

-- With the title, the index alone tells which awards of many people of a name
-- are of one title.
DROP INDEX award_recipient;
CREATE INDEX award_recipient ON award (recipient_id, year, decision_id, place, title);

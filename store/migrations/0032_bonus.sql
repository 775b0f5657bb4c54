-- +goose Up

-- The bonus money of one award of the register. amount is in VND; words is how
-- it was found, or which text is missing. made_by is the person id of whoever
-- recorded the decision: somebody else pays.
CREATE TABLE bonus_payment (
    id             text PRIMARY KEY,
    award_id       text NOT NULL UNIQUE,
    decision_id    text NOT NULL,
    number         text NOT NULL,
    day            text NOT NULL,
    recipient      text NOT NULL,
    name           text NOT NULL,
    unit_name      text NOT NULL,
    kind           text NOT NULL,
    title_code     text NOT NULL,
    title_name     text NOT NULL,
    commends       boolean NOT NULL,
    period         integer NOT NULL,
    achievement    text NOT NULL,
    amount         bigint NOT NULL,
    state          text NOT NULL,
    words          text NOT NULL,
    document       text NOT NULL,
    paid_on        text NOT NULL,
    made_by        text NOT NULL,
    illustrative   boolean NOT NULL
);
CREATE INDEX bonus_payment_decision ON bonus_payment (decision_id);
CREATE INDEX bonus_payment_recipient ON bonus_payment (recipient, day);

-- The ledger of the fund, by year and level. Amounts are in VND, positive; a
-- correction takes back one entry and names it. Rows are only ever added.
CREATE TABLE fund_entry (
    id            text PRIMARY KEY,
    fund_year     integer NOT NULL,
    level         text NOT NULL,
    kind          text NOT NULL,
    amount        bigint NOT NULL,
    day           text NOT NULL,
    document      text NOT NULL,
    note          text NOT NULL,
    payment_id    text NOT NULL,
    corrects      text NOT NULL,
    entered_by    text NOT NULL,
    illustrative  boolean NOT NULL
);
CREATE INDEX fund_entry_fund ON fund_entry (fund_year, level);
CREATE UNIQUE INDEX fund_entry_corrects ON fund_entry (corrects) WHERE corrects <> '';

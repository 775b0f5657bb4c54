-- +goose Up

-- Where a dossier lies on its way up the levels, the law that was fixed when it
-- was received for appraisal, and until when whoever has it must act. open_parts
-- are the parts reopened for completion.
ALTER TABLE nomination ADD COLUMN place text NOT NULL DEFAULT '';
ALTER TABLE nomination ADD COLUMN received_on text NOT NULL DEFAULT '';
ALTER TABLE nomination ADD COLUMN regime text NOT NULL DEFAULT '';
ALTER TABLE nomination ADD COLUMN regime_reason text NOT NULL DEFAULT '';
ALTER TABLE nomination ADD COLUMN due_on text NOT NULL DEFAULT '';
ALTER TABLE nomination ADD COLUMN due_rule text NOT NULL DEFAULT '';
ALTER TABLE nomination ADD COLUMN open_parts text NOT NULL DEFAULT '[]';

-- Every step a dossier took; rows are only added. verdict is what the law of the
-- day said when it was received.
CREATE TABLE circulation_step (
    id             text PRIMARY KEY,
    nomination_id  text NOT NULL REFERENCES nomination (id),
    step           text NOT NULL,
    from_place     text NOT NULL,
    to_place       text NOT NULL,
    person_id      text NOT NULL,
    actor          text NOT NULL,
    role           text NOT NULL,
    done_on        text NOT NULL,
    due_on         text NOT NULL,
    due_rule       text NOT NULL,
    reason         text NOT NULL,
    number         text NOT NULL,
    parts          text NOT NULL,
    verdict        text NOT NULL,
    illustrative   boolean NOT NULL
);
CREATE INDEX circulation_step_nomination ON circulation_step (nomination_id);

-- An opinion (hiệp y) asked of an agency, with its answer once it came.
CREATE TABLE opinion_request (
    id             text PRIMARY KEY,
    nomination_id  text NOT NULL REFERENCES nomination (id),
    agency         text NOT NULL,
    agency_key     text NOT NULL,
    subject        text NOT NULL,
    asked_on       text NOT NULL,
    due_on         text NOT NULL,
    due_rule       text NOT NULL,
    answer         text NOT NULL,
    answer_words   text NOT NULL,
    answer_number  text NOT NULL,
    answered_on    text NOT NULL
);
CREATE INDEX opinion_request_nomination ON opinion_request (nomination_id);

-- A dossier shown to the public for comment between two days.
CREATE TABLE consultation (
    id             text PRIMARY KEY,
    nomination_id  text NOT NULL REFERENCES nomination (id),
    medium         text NOT NULL,
    from_day       text NOT NULL,
    until_day      text NOT NULL,
    ended_on       text NOT NULL,
    conclusion     text NOT NULL
);
CREATE INDEX consultation_nomination ON consultation (nomination_id);

CREATE TABLE consultation_voice (
    id               text PRIMARY KEY,
    consultation_id  text NOT NULL REFERENCES consultation (id),
    came_on          text NOT NULL,
    who              text NOT NULL,
    words            text NOT NULL,
    objects          boolean NOT NULL
);
CREATE INDEX consultation_voice_consultation ON consultation_voice (consultation_id);

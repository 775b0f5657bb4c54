-- +goose Up
CREATE TABLE cluster (
    id                 text PRIMARY KEY,
    name               text NOT NULL,
    fold               text NOT NULL,
    kind               text NOT NULL,
    level              text NOT NULL DEFAULT '',
    province           text NOT NULL DEFAULT '',
    organisation       text NOT NULL DEFAULT '',
    standing_body_unit text REFERENCES unit (id),
    about              text NOT NULL DEFAULT '',
    illustrative       boolean NOT NULL DEFAULT false
);
CREATE INDEX cluster_fold ON cluster (fold);

-- label is the year as the cluster writes it: '2014', '2018-2019'.
CREATE TABLE cluster_member (
    cluster_id        text NOT NULL REFERENCES cluster (id),
    label             text NOT NULL,
    unit_id           text NOT NULL REFERENCES unit (id),
    position          integer NOT NULL,
    role              text NOT NULL DEFAULT '',
    illustrative_role boolean NOT NULL DEFAULT false,
    PRIMARY KEY (cluster_id, label, unit_id)
);
CREATE INDEX cluster_member_unit ON cluster_member (unit_id);

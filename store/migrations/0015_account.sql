-- +goose Up

-- A person is never deleted: what they did stays theirs. login and mail are
-- unique among all people, folded; '' in mail is unknown. state is 'active' or
-- 'locked'.
CREATE TABLE person (
    id            text PRIMARY KEY,
    name          text NOT NULL,
    fold          text NOT NULL,
    sort_key      text NOT NULL,
    login         text NOT NULL UNIQUE,
    mail          text NOT NULL DEFAULT '',
    state         text NOT NULL,
    post          text NOT NULL DEFAULT '',
    made_at       text NOT NULL,
    illustrative  boolean NOT NULL DEFAULT false
);
CREATE UNIQUE INDEX person_mail ON person (mail) WHERE mail <> '';

-- A capacity given to a person, for a unit or a cluster, from a day until the
-- day before until_day; '' is open. how is 'own', 'acting' or 'delegated'; source
-- is the grant that was delegated.
CREATE TABLE role_grant (
    id          text PRIMARY KEY,
    person_id   text NOT NULL REFERENCES person (id),
    role        text NOT NULL,
    unit_id     text REFERENCES unit (id),
    cluster_id  text REFERENCES cluster (id),
    from_day    text NOT NULL,
    until_day   text NOT NULL,
    how         text NOT NULL,
    source      text NOT NULL DEFAULT '',
    document    text NOT NULL DEFAULT '',
    given_by    text NOT NULL,
    given_at    text NOT NULL
);
CREATE INDEX role_grant_person ON role_grant (person_id);
CREATE INDEX role_grant_unit ON role_grant (unit_id);
CREATE INDEX role_grant_cluster ON role_grant (cluster_id);

-- token is the SHA-256 of the cookie's value: whoever reads the table cannot
-- sit down at anybody's desk. person_id is '' before the sign-in.
CREATE TABLE session (
    token       text PRIMARY KEY,
    person_id   text NOT NULL,
    body        text NOT NULL,
    made_at     text NOT NULL,
    seen_at     text NOT NULL,
    ends_at     text NOT NULL,
    address     text NOT NULL DEFAULT '',
    agent       text NOT NULL DEFAULT ''
);
CREATE INDEX session_person ON session (person_id);
CREATE INDEX session_ends ON session (ends_at);

-- Who acted, and in which capacity, when it was a person at a desk.
ALTER TABLE journal ADD COLUMN person text NOT NULL DEFAULT '';
ALTER TABLE journal ADD COLUMN scope text NOT NULL DEFAULT '';
CREATE INDEX journal_person ON journal (person, seq);
CREATE INDEX journal_object ON journal (object);

-- Who did which duty on a unit's result in a year; unit_id is '' for the
-- publication, which is of all units.
CREATE TABLE duty (
    season_id   text NOT NULL REFERENCES season (id),
    unit_id     text NOT NULL,
    duty        text NOT NULL,
    person_id   text NOT NULL,
    PRIMARY KEY (season_id, unit_id, duty, person_id)
);

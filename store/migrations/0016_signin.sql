-- +goose Up

-- How a person proves who they are. password is an argon2id hash in PHC form, ''
-- when none is set; must_change stands while somebody else knows it. totp_secret
-- is '' while the second factor is off, totp_pending one that is being set up,
-- totp_step the last time step a code was taken for: no code is taken twice.
CREATE TABLE credential (
    person_id     text PRIMARY KEY REFERENCES person (id),
    password      text NOT NULL DEFAULT '',
    must_change   boolean NOT NULL DEFAULT false,
    changed_at    text NOT NULL DEFAULT '',
    totp_secret   text NOT NULL DEFAULT '',
    totp_pending  text NOT NULL DEFAULT '',
    totp_step     bigint NOT NULL DEFAULT 0
);

-- Recovery codes by their SHA-256; used_at is '' until the code is spent.
CREATE TABLE recovery_code (
    person_id  text NOT NULL REFERENCES person (id),
    hash       text NOT NULL,
    used_at    text NOT NULL DEFAULT '',
    PRIMARY KEY (person_id, hash)
);

-- key_id is the credential's id as the browser names it; credential is the
-- public key with its counters, as JSON.
CREATE TABLE passkey (
    key_id      text PRIMARY KEY,
    person_id   text NOT NULL REFERENCES person (id),
    label       text NOT NULL,
    credential  text NOT NULL,
    made_at     text NOT NULL,
    used_at     text NOT NULL DEFAULT ''
);
CREATE INDEX passkey_person ON passkey (person_id);

-- Who somebody is at the province's single sign-on.
CREATE TABLE sign_on (
    issuer     text NOT NULL,
    subject    text NOT NULL,
    person_id  text NOT NULL REFERENCES person (id),
    linked_at  text NOT NULL,
    PRIMARY KEY (issuer, subject)
);
CREATE INDEX sign_on_person ON sign_on (person_id);

-- Links that work once, by the SHA-256 of what stands in them. purpose is
-- 'password' (choose a new one) or 'demo' (sit down at a desk).
CREATE TABLE one_time_link (
    hash       text PRIMARY KEY,
    person_id  text NOT NULL REFERENCES person (id),
    purpose    text NOT NULL,
    made_at    text NOT NULL,
    made_by    text NOT NULL,
    ends_at    text NOT NULL,
    used_at    text NOT NULL DEFAULT ''
);
CREATE INDEX one_time_link_person ON one_time_link (person_id);

-- Guesses that failed, by what was guessed at: 'login:…', 'address:…',
-- 'second:…', 'mail:…'. subject holds a SHA-256, so that a password typed in the
-- wrong field is not kept.
CREATE TABLE failed_guess (
    subject     text PRIMARY KEY,
    failures    integer NOT NULL,
    last_at     text NOT NULL,
    closed_to   text NOT NULL DEFAULT ''
);
CREATE INDEX failed_guess_last ON failed_guess (last_at);

-- Which unit headed a cluster from which day, by which document. The former
-- head stays on record; a roster keeps only the head at the end.
CREATE TABLE headship (
    cluster_id   text NOT NULL REFERENCES cluster (id),
    from_day     text NOT NULL,
    unit_id      text NOT NULL REFERENCES unit (id),
    label        text NOT NULL,
    document     text NOT NULL DEFAULT '',
    recorded_at  text NOT NULL,
    PRIMARY KEY (cluster_id, from_day)
);

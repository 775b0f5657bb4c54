-- +goose Up

-- One row is a PDF that a person signs: prepared with the place for the
-- signature (from_byte to to_byte) kept free, then signed.
CREATE TABLE signing (
    id           text PRIMARY KEY,
    person_id    text NOT NULL,
    name         text NOT NULL,  -- of the file
    signer       text NOT NULL,  -- as the certificate says
    certificate  bytea NOT NULL, -- the signer's and those above it, DER, one behind the other
    prepared     bytea NOT NULL,
    from_byte    integer NOT NULL,
    to_byte      integer NOT NULL,
    signed       bytea NOT NULL, -- empty until the signature has come in
    begun_at     text NOT NULL,
    signed_at    text NOT NULL  -- the zero time until then
);
CREATE INDEX signing_person ON signing (person_id, begun_at);

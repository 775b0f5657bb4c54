-- +goose Up

-- Blanks of certificates, each change a new version. Lengths are tenths of a
-- millimetre; the shift is what the calibration sheet showed. plain = ordinary
-- paper, whose sheets nobody counts; ground = the picture is printed too.
CREATE TABLE certificate_blank (
    id           text NOT NULL,
    version      integer NOT NULL,
    name         text NOT NULL,
    width        integer NOT NULL,
    height       integer NOT NULL,
    shift_x      integer NOT NULL,
    shift_y      integer NOT NULL,
    plain        boolean NOT NULL,
    ground       boolean NOT NULL,
    day          text NOT NULL,
    recorded_at  text NOT NULL,
    illustrative boolean NOT NULL,
    PRIMARY KEY (id, version)
);

-- The picture of a blank, on which the fields are put in their places.
CREATE TABLE certificate_scan (
    blank_id   text NOT NULL,
    version    integer NOT NULL,
    media_type text NOT NULL,
    picture    bytea NOT NULL,
    PRIMARY KEY (blank_id, version)
);

-- Where the fields of a title for a kind of recipient stand on a blank.
CREATE TABLE certificate_layout (
    blank_id    text NOT NULL,
    title       text NOT NULL,
    kind        text NOT NULL,
    version     integer NOT NULL,
    spots       text NOT NULL, -- JSON
    day         text NOT NULL,
    recorded_at text NOT NULL,
    PRIMARY KEY (blank_id, title, kind, version)
);

-- Blanks that came in, by the numbers printed on them, and those spoiled.
CREATE TABLE certificate_received (
    blank_id    text NOT NULL,
    first_no    integer NOT NULL,
    last_no     integer NOT NULL,
    document    text NOT NULL,
    day         text NOT NULL,
    recorded_at text NOT NULL,
    PRIMARY KEY (blank_id, first_no)
);
CREATE TABLE certificate_spoiled (
    blank_id    text NOT NULL,
    sheet_no    integer NOT NULL,
    reason      text NOT NULL,
    day         text NOT NULL,
    recorded_at text NOT NULL,
    PRIMARY KEY (blank_id, sheet_no)
);

-- Every printing of an award's certificate, the first and all later ones.
-- sheet_no is the blank's number, 0 on plain paper.
CREATE TABLE certificate_print (
    decision_id    integer NOT NULL,
    place          integer NOT NULL,
    seq            integer NOT NULL,
    batch_id       text NOT NULL,
    blank_id       text NOT NULL,
    blank_version  integer NOT NULL,
    layout_version integer NOT NULL,
    sheet_no       integer NOT NULL,
    reason         text NOT NULL,
    day            text NOT NULL,
    recorded_at    text NOT NULL,
    PRIMARY KEY (decision_id, place, seq),
    FOREIGN KEY (decision_id, place) REFERENCES award (decision_id, place)
);
CREATE UNIQUE INDEX certificate_print_sheet ON certificate_print (blank_id, sheet_no) WHERE sheet_no > 0;
CREATE INDEX certificate_print_batch ON certificate_print (batch_id);

-- The code by which anybody may check a certificate: drawn at random, and the
-- same for every printing.
CREATE TABLE certificate_code (
    code        text PRIMARY KEY,
    decision_id integer NOT NULL,
    place       integer NOT NULL,
    UNIQUE (decision_id, place),
    FOREIGN KEY (decision_id, place) REFERENCES award (decision_id, place)
);

package evidence

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"

	"thidua/access"
	"thidua/journal"
	"thidua/refusal"
	"thidua/signature"
	"thidua/store"
	"thidua/vi"
)

// File is a file as it arrives.
type File struct {
	Name string // as the sender calls it
	Body io.ReaderAt
	Size int64 // bytes
}

// About is what a unit says of a file.
type About struct {
	Kind        Kind
	Description string
	Day         vi.Day // the document's own day; zero when not stated
	Sensitive   bool
	Sample      bool
}

// Add takes a file into the unit's library. already is true when the unit has
// the same bytes: then nothing is stored again, and a file that was retired is
// in use once more. Refusals of the file itself carry the field "tep".
func Add(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, unit string, f File, a About) (e Evidence, already bool, err error) {
	if err := access.Check(by, access.KeepEvidence, unit); err != nil {
		return e, false, err
	}
	if err := a.clean(day); err != nil {
		return e, false, err
	}
	name, format, err := examine(f)
	if err != nil {
		return e, false, err
	}
	sum, err := digest(f)
	if err != nil {
		return e, false, err
	}
	if e, err = bySum(ctx, tx, unit, sum); err == nil {
		return e, true, useAgain(ctx, tx, by, day, &e)
	} else if !errors.Is(err, store.ErrNone) {
		return e, false, err
	}
	if err := fits(ctx, tx, unit, f.Size); err != nil {
		return e, false, err
	}
	e = Evidence{ID: store.NewID(), Unit: unit, Name: name, Format: format, Kind: a.kind(format), Description: a.Description, Day: a.Day,
		Size: f.Size, SHA256: sum, Sensitive: a.Sensitive, AddedOn: day, AddedBy: by.Name, Sample: a.Sample, stored: randomName()}
	if e.Signatures.V, err = signed(f, format); err != nil {
		return e, false, err
	}
	if err := insert(ctx, tx, e, f.Body); err != nil {
		return e, false, err
	}
	return e, false, journal.Record(ctx, tx, by, day, access.KeepEvidence, "evidence:"+e.ID, e)
}

// examine looks at name and bytes, which must tell the same.
func examine(f File) (name string, format Format, err error) {
	name, claimed, err := NameOf(f.Name)
	if err != nil {
		return "", "", err
	}
	if format, err = Sniff(f.Body, f.Size); err != nil {
		return "", "", err
	}
	if format != claimed {
		return "", "", refusal.Field("tep", fmt.Sprintf("Tên tệp nói là %s nhưng nội dung là %s: hãy lưu lại đúng loại rồi tải lên.", claimed.Label(), format.Label()))
	}
	return name, format, nil
}

// signed looks who signed a PDF; what is wrong with a signature is part of the
// finding, and no reason to refuse the file.
func signed(f File, format Format) ([]signature.Found, error) {
	if format != PDF {
		return nil, nil
	}
	raw, err := io.ReadAll(io.NewSectionReader(f.Body, 0, f.Size))
	if err != nil {
		return nil, fmt.Errorf("evidence: read: %w", err)
	}
	found, err := signature.Check(raw)
	if refusal.Of(err) != nil {
		return nil, nil
	}
	return found, err
}

func digest(f File) (string, error) {
	sum := sha256.New()
	if _, err := io.Copy(sum, io.NewSectionReader(f.Body, 0, f.Size)); err != nil {
		return "", fmt.Errorf("evidence: read: %w", err)
	}
	return hex.EncodeToString(sum.Sum(nil)), nil
}

// fits refuses a file for which the unit has no room. Rivals that fit one by
// one do not fit together: the transaction of the later one fails and is tried
// again, as both read the same sum.
func fits(ctx context.Context, tx *store.Tx, unit string, size int64) error {
	used, err := Used(ctx, tx, unit)
	if err == nil && used+size > Quota {
		return refusal.Field("tep", fmt.Sprintf("Kho minh chứng của đơn vị đã dùng %d trên %d MB, không còn đủ chỗ cho tệp này.", used>>20, Quota>>20))
	}
	return err
}

// useAgain takes a retired file back into use.
func useAgain(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, e *Evidence) error {
	if !e.Retired() {
		return nil
	}
	e.RetiredOn, e.RetiredWhy = vi.Day{}, ""
	if err := update(ctx, tx, *e); err != nil {
		return err
	}
	return journal.Record(ctx, tx, by, day, access.KeepEvidence, "evidence:"+e.ID, map[string]bool{"in_use": true})
}

// clean puts what the unit says in order.
func (a *About) clean(day vi.Day) error {
	if err := refusal.Texts(refusal.Text{Field: "mo-ta", Value: &a.Description}); err != nil {
		return err
	}
	switch {
	case a.Kind != "" && a.Kind.Label() == "":
		return refusal.Field("loai", "Không có loại văn bản này.")
	case len([]rune(a.Description)) > 500:
		return refusal.Field("mo-ta", "Mô tả dài quá 500 chữ.")
	case a.Day.After(day):
		return refusal.Field("ngay", fmt.Sprintf("Ngày của văn bản (%s) ở sau hôm nay (%s).", a.Day.Short(), day.Short()))
	}
	return nil
}

// kind is what the unit says, else what the format suggests.
func (a About) kind(f Format) Kind {
	switch {
	case a.Kind != "":
		return a.Kind
	case f.Image():
		return PictureKind
	case f == XLSX:
		return TableKind
	}
	return OtherKind
}

package voting

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"thidua/access"
	"thidua/org"
	"thidua/refusal"
	"thidua/store"
	"thidua/vi"
)

// Voice is what one present unit said of one option when it was called. In a
// consensus Choice is ForIt or AgainstIt, and an objection has its text.
type Voice struct {
	Unit   string // unit id
	Option int    // place on the ballot, from 0; not used in a consensus
	Choice Choice
	Text   string
}

// Call takes the voices of a vote by consensus or by roll and ends it: all at
// once, so that nobody sees some of them before the rest. Every unit present is
// called on every option.
func Call(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, id string, voices []Voice) error {
	p, _, err := taken(ctx, tx, by, id, Calling)
	if err != nil {
		return err
	}
	if p.Method != Consensus && p.Method != Open {
		return refusal.New(refusal.Unsatisfied, "Bỏ phiếu kín không gọi tên ai; ban kiểm phiếu nhập số phiếu.")
	}
	for i := range voices {
		if err := refusal.Texts(refusal.Text{Field: fmt.Sprintf("text[%s]", voices[i].Unit), Value: &voices[i].Text}); err != nil {
			return err
		}
	}
	if err := p.complete(voices); err != nil {
		return err
	}
	if p.Method == Consensus {
		err = p.agree(ctx, tx, day, voices)
	} else {
		p.hear(voices)
	}
	if err != nil {
		return err
	}
	return p.end(ctx, tx, by, day)
}

// complete refuses voices of units that cannot vote, and every voice that is
// missing or cannot be.
func (p Poll) complete(voices []Voice) error {
	var faults []error
	asked := len(p.Options)
	if p.Method == Consensus {
		asked = 1
	}
	said := map[string]Voice{}
	for _, v := range voices {
		if !slices.Contains(p.Voters, v.Unit) || v.Option < 0 || v.Option >= asked {
			return refusal.New(refusal.Invalid, "Có ý kiến của đơn vị không được biểu quyết ở cuộc này.")
		}
		said[p.voiceField(v.Unit, v.Option)] = v
	}
	for _, unit := range p.Voters {
		for i := range asked {
			field := p.voiceField(unit, i)
			v := said[field]
			switch {
			case !p.choices(v.Choice):
				faults = append(faults, refusal.Field(field, "Chưa ghi ý kiến của đơn vị này."))
			case p.Method == Consensus && v.Choice == AgainstIt && v.Text == "":
				faults = append(faults, refusal.Field(fmt.Sprintf("text[%s]", unit), "Đơn vị không thống nhất thì ghi ý kiến của họ."))
			}
		}
		if n := p.chosen(unit, voices); p.Seats > 0 && asked > p.Seats && n > p.Seats {
			faults = append(faults, refusal.Field(p.voiceField(unit, 0), fmt.Sprintf("Đơn vị này đồng ý với %d, nhiều hơn số được chọn là %d.", n, p.Seats)))
		}
	}
	return errors.Join(faults...)
}

// voiceField is the form's name of a unit's voice on an option.
func (p Poll) voiceField(unit string, option int) string {
	return fmt.Sprintf("voice[%s][%d]", unit, option)
}

func (p Poll) choices(c Choice) bool {
	return c == ForIt || c == AgainstIt || c == Abstained && p.Method == Open
}

func (p Poll) chosen(unit string, voices []Voice) (n int) {
	for _, v := range voices {
		if v.Unit == unit && v.Choice == ForIt {
			n++
		}
	}
	return n
}

// hear puts the voices into the named roll.
func (p *Poll) hear(voices []Voice) {
	for _, v := range voices {
		p.Roll = append(p.Roll, Ballot{Unit: v.Unit, Option: p.Options[v.Option].Label, Choice: v.Choice})
	}
	p.Vote = p.counted()
}

// agree writes down that all agreed, or who did not and why.
func (p *Poll) agree(ctx context.Context, tx *store.Tx, day vi.Day, voices []Voice) error {
	var ids []string
	for _, v := range voices {
		if v.Choice == AgainstIt {
			ids = append(ids, v.Unit)
		}
	}
	if len(ids) == 0 {
		p.Unanimous = true
		return nil
	}
	units, err := org.ByIDs(ctx, tx, ids, day)
	var objections []string
	for _, v := range voices {
		if v.Choice == AgainstIt {
			objections = append(objections, units[v.Unit].Name+": "+strings.TrimSuffix(v.Text, "."))
		}
	}
	p.Objections = strings.Join(objections, "; ") + "."
	return err
}

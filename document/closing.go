package document

// closing sets the signatures and Nơi nhận. One signer stands at the right of Nơi nhận; two or three stand
// side by side with Nơi nhận below.
func closing(d *Doc, width float64) []item {
	list := recipients(d.Recipients)
	switch len(d.Signatures) {
	case 0:
		return list
	case 1:
		half := width / 2
		who, name := signer(d.Signatures[0], half, true)
		return []item{&grid{widths: []float64{half, half}, together: true,
			rows: [][]gridCell{pair(list, append(who, name...))}}}
	}
	return append([]item{signerRow(d.Signatures, width)}, list...)
}

// signerRow sets several signers with their names at the same height.
func signerRow(signatures []Signature, width float64) *grid {
	n := len(signatures)
	g := &grid{widths: make([]float64, n), rows: make([][]gridCell, 2), together: true}
	for i, s := range signatures {
		g.widths[i] = width / float64(n)
		who, name := signer(s, g.widths[i], i == n-1)
		for row, items := range [][]item{who, name} {
			g.rows[row] = append(g.rows[row], gridCell{items: items, column: i, colSpan: 1, rowSpan: 1})
		}
	}
	return g
}

// signingRoom is the height in points for hand and seal.
const signingRoom = 64

// signer sets who signs with the room for hand and seal, which is there without a name too, and the name. The
// last of several signs for the body that issues the paper.
func signer(s Signature, width float64, last bool) (who, name []item) {
	who = append(optional(authority, s.Authority, width), optional(authority, s.Post, width)...)
	who = append(who, optional(signingNote, s.Note, width)...)
	who = append(who, &gap{height: signingRoom, signs: last})
	return who, optional(signerName, s.Name, width)
}

func recipients(lines []string) []item {
	if len(lines) == 0 {
		return nil
	}
	label := newPara(recipientLabel, Run{Text: "Nơi nhận:"})
	label.keepNext = true
	items := []item{label}
	for _, text := range lines {
		items = append(items, newPara(recipient, Run{Text: clean(text)}))
	}
	return items
}

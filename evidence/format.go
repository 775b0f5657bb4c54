package evidence

// Format is what a file's bytes are.
type Format string

// The formats taken. Everything else is refused: see Sniff.
const (
	PDF  Format = "pdf"
	DOCX Format = "docx"
	XLSX Format = "xlsx"
	PPTX Format = "pptx"
	JPEG Format = "jpg"
	PNG  Format = "png"
	WebP Format = "webp"
)

// Formats are all formats taken.
var Formats = []Format{PDF, DOCX, XLSX, PPTX, JPEG, PNG, WebP}

// Accepts is what a file field offers to choose from.
const Accepts = ".pdf,.docx,.xlsx,.pptx,.jpg,.jpeg,.png,.webp"

// Label is the format as people know it.
func (f Format) Label() string { return labels[f] }

var labels = map[Format]string{
	PDF: "PDF", DOCX: "Word", XLSX: "Excel", PPTX: "PowerPoint", JPEG: "Ảnh JPG", PNG: "Ảnh PNG", WebP: "Ảnh WebP",
}

// MediaType is the format's name on the web (IANA media types).
func (f Format) MediaType() string { return mediaTypes[f] }

const openXML = "application/vnd.openxmlformats-officedocument."

var mediaTypes = map[Format]string{
	PDF:  "application/pdf",
	DOCX: openXML + "wordprocessingml.document",
	XLSX: openXML + "spreadsheetml.sheet",
	PPTX: openXML + "presentationml.presentation",
	JPEG: "image/jpeg",
	PNG:  "image/png",
	WebP: "image/webp",
}

// Image reports whether the format is a picture, which may be previewed.
func (f Format) Image() bool { return f == JPEG || f == PNG || f == WebP }

// endings tells which format a file of that ending says it is.
var endings = map[string]Format{
	"pdf": PDF, "docx": DOCX, "xlsx": XLSX, "pptx": PPTX, "jpg": JPEG, "jpeg": JPEG, "png": PNG, "webp": WebP,
}

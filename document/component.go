package document

// component is a part of a paper that has a set face and place (thành phần thể thức).
type component int

const (
	national component = iota
	motto
	superior
	issuer
	number
	letterSubject
	urgency
	placeDate
	typeName
	subject
	addressee
	addresseeItem
	basis
	body
	heading
	caption
	unit
	tableHead
	tableCell
	tableNote
	footnote
	authority
	signingNote
	signerName
	recipientLabel
	recipient
	appendixLabel
	appendixTitle
	appendixWith
	pageNumber
	tag
	componentCount
)

// style is how a component is set: sizes and spaces above and below in points, indents in millimetres,
// line as a multiple of the font's own line.
type style struct {
	id, name      string // identifier and shown name in Word's list of styles
	size          float64
	bold, italic  bool
	align         Align
	firstLine     float64
	left, right   float64
	before, after float64
	line          float64
}

// components is the table of faces of NĐ 30/2020/NĐ-CP, Phụ lục I, used for papers under TT 01/2011/TT-BNV as well.
// The range each size is chosen from stands beside it; parts without a range (tables, tag) are our choice.
// Quốc hiệu at 12 goes with Tiêu ngữ and place at 13, so that both sides of the letterhead fit on one line.
var components = [componentCount]style{
	national:       {id: "QuocHieu", name: "Quốc hiệu", size: 12, bold: true, align: AlignCentre, line: 1},                                       // 12–13
	motto:          {id: "TieuNgu", name: "Tiêu ngữ", size: 13, bold: true, align: AlignCentre, line: 1},                                         // 13–14
	superior:       {id: "CoQuanChuQuan", name: "Cơ quan chủ quản", size: 12, align: AlignCentre, line: 1},                                       // 12–13
	issuer:         {id: "CoQuanBanHanh", name: "Cơ quan ban hành", size: 12, bold: true, align: AlignCentre, line: 1},                           // 12–13
	number:         {id: "SoKyHieu", name: "Số, ký hiệu", size: 13, align: AlignCentre, before: 6, line: 1},                                      // 13
	letterSubject:  {id: "TrichYeuCongVan", name: "Trích yếu công văn", size: 12, align: AlignCentre, before: 6, line: 1},                        // 12–13, 6 pt below the number
	urgency:        {id: "DauKhan", name: "Dấu chỉ mức độ khẩn", size: 13, bold: true, align: AlignCentre, line: 1},                              // in its frame
	placeDate:      {id: "DiaDanhNgay", name: "Địa danh, ngày tháng", size: 13, italic: true, align: AlignCentre, before: 6, line: 1},            // 13–14
	typeName:       {id: "TenLoai", name: "Tên loại", size: 14, bold: true, align: AlignCentre, before: 18, after: 2, line: 1},                   // 13–14
	subject:        {id: "TrichYeu", name: "Trích yếu", size: 14, bold: true, align: AlignCentre, left: 10, right: 10, line: 1},                  // 13–14
	addressee:      {id: "KinhGui", name: "Kính gửi", size: 14, align: AlignCentre, before: 12, after: 6, line: 1.15},                            // 13–14
	addresseeItem:  {id: "KinhGuiDong", name: "Kính gửi, từng nơi", size: 14, align: AlignLeft, left: 45, after: 2, line: 1.15},                  // 13–14
	basis:          {id: "CanCu", name: "Căn cứ", size: 14, italic: true, align: AlignJustify, firstLine: 12.7, after: 6, line: 1.15},            // 13–14
	body:           {id: "NoiDung", name: "Nội dung", size: 14, align: AlignJustify, firstLine: 12.7, after: 6, line: 1.15},                      // 13–14, indent 10–12.7, ≥6 pt, 1–1.5
	heading:        {id: "TieuDe", name: "Tiêu đề", size: 14, bold: true, align: AlignJustify, firstLine: 12.7, before: 3, after: 6, line: 1.15}, // 13–14
	caption:        {id: "TenBang", name: "Tên bảng", size: 13, bold: true, align: AlignCentre, before: 6, after: 4, line: 1},
	unit:           {id: "DonViTinh", name: "Đơn vị tính", size: 12, italic: true, align: AlignRight, after: 3, line: 1},
	tableHead:      {id: "DauBang", name: "Đầu bảng", size: 12, bold: true, align: AlignCentre, before: 2, after: 2, line: 1},
	tableCell:      {id: "OBang", name: "Ô bảng", size: 12, align: AlignLeft, before: 2, after: 2, line: 1},
	tableNote:      {id: "GhiChuBang", name: "Ghi chú bảng", size: 12, italic: true, align: AlignJustify, before: 3, after: 6, line: 1},
	footnote:       {id: "ChuThich", name: "Chú thích", size: 12, italic: true, align: AlignLeft, before: 3, after: 6, line: 1},
	authority:      {id: "QuyenHanChucVu", name: "Quyền hạn, chức vụ", size: 14, bold: true, align: AlignCentre, line: 1}, // 13–14
	signingNote:    {id: "CachKy", name: "Cách ký", size: 13, italic: true, align: AlignCentre, line: 1},
	signerName:     {id: "HoTenNguoiKy", name: "Họ tên người ký", size: 14, bold: true, align: AlignCentre, line: 1}, // 13–14
	recipientLabel: {id: "NoiNhan", name: "Nơi nhận", size: 12, bold: true, italic: true, align: AlignLeft, line: 1}, // 12
	recipient:      {id: "NoiNhanDong", name: "Nơi nhận, danh sách", size: 11, align: AlignLeft, line: 1},            // 11
	appendixLabel:  {id: "PhuLuc", name: "Phụ lục", size: 14, bold: true, align: AlignCentre, line: 1},               // 14
	appendixTitle:  {id: "TenPhuLuc", name: "Tên phụ lục", size: 14, bold: true, align: AlignCentre, line: 1},        // 13–14
	appendixWith:   {id: "KemTheo", name: "Kèm theo", size: 14, italic: true, align: AlignCentre, after: 6, line: 1}, // 13–14
	pageNumber:     {id: "SoTrang", name: "Số trang", size: 13, align: AlignCentre, line: 1},                         // 13–14
	tag:            {id: "NhanMinhHoa", name: "Nhãn số liệu minh họa", size: 11, italic: true, align: AlignLeft, line: 1},
}

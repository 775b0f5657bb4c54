package seasonfile_test

// slips are wrong in the writing, not in the year.
var slips = []mistake{
	// Days and numbers.
	{"the 30th of February", "date: 2024-12-05", "date: «30/2/2024", "conferences[0].date", "Không có ngày 30/2/2024: tháng 2 năm 2024 chỉ có từ ngày 1 đến ngày 29."},
	{"the 31st of November", "date: 2024-12-05", "date: «2024-11-31", "conferences[0].date", "Không có ngày 31/11/2024: tháng 11 năm 2024 chỉ có từ ngày 1 đến ngày 30."},
	{"the 29th of February 2014", "date: 2024-12-05", "date: «29/2/2014", "conferences[0].date", "Không có ngày 29/2/2014: tháng 2 năm 2014 chỉ có từ ngày 1 đến ngày 28."},
	{"a day in words", "date: 2024-12-05", "date: «cuối năm", "conferences[0].date", "“cuối năm” không phải là ngày; hãy ghi như 22/11/2014 hoặc 2014-11-22."},
	{"a number that may be a thousand or one", "scale: 100", "scale: «1.000", "rules.scale", "“1.000” có thể hiểu theo hai cách; hãy ghi 1000 nếu là hàng nghìn, hoặc 1,0 nếu là số thập phân."},
	{"text where a count is due", "issued: 4", "issued: «bốn", "votes[0].issued", "“bốn” không phải số nguyên."},
	{"text where a number is due", "scale: 100", "scale: «một trăm", "rules.scale", "“một trăm” không phải là số; hãy ghi như 9 hoặc 9,1 hoặc 1 500."},
	{"a year that is none", `season: "2024"`, `«season: năm ngoái`, "season", "Năm thi đua “năm ngoái” phải viết như 2014 hoặc 2018-2019."},

	// Keys and words.
	{"an unknown key", "  quotas:", "  «quota:", "rules.quota", "Không có khóa “quota”; có phải là “quotas”?"},
	{"a key like no other", "{unit: y-te, date: 2024-03-01,", "{unit: y-te, «ngay_gui: 2024-03-01,", "movements[0].responses[0].ngay_gui", "Không có khóa “ngay_gui”; ở đây dùng được: unit, date, summary, figures, illustrative."},
	{"a value cut in two by its comma", "summary: Đã đăng ký thực hiện}", "summary: Đã đăng ký, «thực hiện tốt}", "movements[0].responses[0].thực hiện tốt",
		"“thực hiện tốt” bị hiểu thành một khóa riêng vì đứng sau dấu phẩy; hãy đặt cả giá trị trong dấu nháy."},
	{"a sentence cut in two by its colon", "next_head: xay-dung", "tasks:\n  - «Đẩy mạnh thi đua: xây dựng nông thôn mới", "tasks[0]",
		"Câu này bị dấu hai chấm cắt làm hai, sau “Đẩy mạnh thi đua”; hãy đặt cả câu trong dấu nháy."},
	{"a number where names are due", "present: [tai-chinh, xay-dung, y-te, tu-phap]", "present: «4", "conferences[0].attendance.present[0]",
		"Ở đây ghi tên các đơn vị có mặt; chỉ biết số lượng thì ghi present_count: 4."},
	{"a required key left out", "  - kind: closing\n    date", "  - «date", "conferences[0].kind", "Thiếu khóa “kind”, khóa này bắt buộc phải có."},
	{"a year left out", "thidua: 1\nillustrative: true\ncluster: {name: Khối thi đua các sở tổng hợp, kind: khoi, level: province, province: Nghệ An}\nseason: \"2024\"",
		"«thidua: 1\nillustrative: true\ncluster: {name: Khối thi đua các sở tổng hợp, kind: khoi, level: province, province: Nghệ An}", "season", "Thiếu khóa “season”, khóa này bắt buộc phải có."},
	{"a cluster without a name", "cluster: {name: Khối thi đua các sở tổng hợp, kind: khoi,", "cluster: «{kind: khoi,", "cluster.name", "Thiếu khóa “name”, khóa này bắt buộc phải có."},
	{"a word in Vietnamese", "kind: closing", "kind: «tổng kết", "conferences[0].kind", "“tổng kết” không dùng được ở đây; có phải là closing (tổng kết)?"},
	{"a word mistyped", "cross: ring", "cross: «rings", "rules.cross", "“rings” không dùng được ở đây; có phải là ring (vòng tròn)?"},
	{"a word of one's own", "cross: ring", "cross: «tùy", "rules.cross", "“tùy” không dùng được ở đây; chọn một trong: ring (vòng tròn), pairs (từng cặp), all (mọi đơn vị), departments (các sở, ngành)."},
	{"a list where text is due", "  - name: Cải cách hành chính\n", "  - name: «[Cải cách, hành chính]\n", "movements[0].name", "Chỗ này cần một giá trị, không phải danh sách hay mục con."},
	{"text where keys are due", "attendance: {establishment: 4, present: [tai-chinh, xay-dung, y-te, tu-phap]}", "attendance: «đủ", "conferences[0].attendance", "Chỗ này cần các mục con dạng “khóa: giá trị”."},
	{"neither yes nor no", "illustrative: true", "illustrative: «chắc", "illustrative", "“chắc” phải là true (có) hoặc false (không)."},
	{"another version of the format", "thidua: 1", "«thidua: 2", "thidua", "Chương trình này đọc tệp năm thi đua bản 1; tệp ghi bản 2."},
	{"an id that cannot stand in an address", "illustrative: true", "illustrative: true\n«id: ../năm 2024", "id", "Mã của năm thi đua (id) chỉ gồm chữ thường không dấu, chữ số và gạch nối, ví dụ duong7-2014."},

	// The writing of YAML.
	{"a tab", "    host: tai-chinh", "«\thost: tai-chinh", "", "Dòng này thụt vào bằng phím Tab; hãy dùng dấu cách."},
	{"a key written twice", "deputy: tu-phap", "deputy: tu-phap\n«head: y-te", "", "Khóa này đã viết ở trên; mỗi khóa chỉ viết một lần trong cùng một mục."},
	{"two years in one file", "next_head: xay-dung", "«---\nthidua: 1", "", "Mỗi tệp chỉ gồm một phần: bỏ dấu “---” này, hoặc tách thành hai tệp."},
	{"a colon within a value", "  - name: Cải cách hành chính\n", "  - name: «Cải cách: hành chính\n", "", "Giá trị này có dấu hai chấm, hoặc dòng dưới nó thụt vào quá; hãy đặt cả câu trong dấu nháy, hoặc kéo dòng dưới cho thẳng cột."},
	{"a line out of column", "    host: tai-chinh", "   «host: tai-chinh", "", "Dòng này thụt vào không khớp với dòng trên; các khóa cùng mục phải thẳng cột."},
	{"a bracket left open", "present: [tai-chinh, xay-dung, y-te, tu-phap]}", "present: [tai-chinh, xay-dung, y-te, tu-phap«}", "", "Danh sách trong ngoặc vuông thiếu dấu “,” hoặc “]”."},
	{"a quote left open", "next_head: xay-dung", "next_head: «\"xay-dung", "", "Mở dấu nháy ở đây mà không đóng."},
	{"a value that begins with a mark of YAML", "  - name: Cải cách hành chính\n", "  - name: «@Cải cách hành chính\n", "", "Giá trị bắt đầu bằng ký tự đặc biệt; hãy đặt nó trong dấu nháy."},
	{"an anchor", "deputy: tu-phap", "deputy: «&pho tu-phap", "", "Tệp không dùng neo (&) của YAML; hãy viết thẳng giá trị, hoặc đặt trong dấu nháy nếu đó là chữ."},
	{"an alias", "deputy: tu-phap", "deputy: «*pho", "", "Tệp không dùng bí danh (*) của YAML; hãy viết thẳng giá trị, hoặc đặt trong dấu nháy nếu đó là chữ."},
	{"a tag", "deputy: tu-phap", "deputy: «!!str tu-phap", "", "Tệp không dùng thẻ (!) của YAML; hãy viết thẳng giá trị, hoặc đặt trong dấu nháy nếu đó là chữ."},
}

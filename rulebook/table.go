package rulebook

import "thidua/vi"

const (
	law      = "Luật"
	decree   = "Nghị định"
	circular = "Thông tư"

	government = "Chính phủ"
	minister   = "Bộ trưởng Bộ Nội vụ"

	ofTheLaw  = "một số điều của Luật Thi đua, Khen thưởng"
	ofBoth    = ofTheLaw + " và Luật sửa đổi, bổ sung " + ofTheLaw
	ofLaw2022 = "một số điều của Luật Thi đua, khen thưởng"
	decree42  = "Nghị định số 42/2010/NĐ-CP ngày 15 tháng 4 năm 2010 của Chính phủ"
	decree91  = "Nghị định số 91/2017/NĐ-CP ngày 31 tháng 7 năm 2017 của Chính phủ"
	decree152 = "Nghị định số 152/2025/NĐ-CP ngày 14 tháng 6 năm 2025 của Chính phủ"
)

// documents are the law as BasesOn cites it. Left out on purpose:
//   - the law's amendment by 32/2009/QH12: it came with the law on cultural
//     heritage, and no preamble that was read cites it;
//   - Circular 02/2011/TT-BNV: its day of issue was not read;
//   - Decrees 86/2023, 28/2024 and 129/2025 and Decision 01/2026: family and
//     village titles, one medal, the powers of a former level, single articles;
//   - guidance of the central and provincial councils, which binds one cluster
//     and not another: a cluster's own basis stands in its rules.
//
// Between 31/7/2017, when Decree 91/2017 was issued, and 31/12/2017 no decree
// is cited: the day on which it replaced Decree 42/2010 was not verified. The
// same holds from the issue of Decree 42/2010 to the end of 2010 for Decree
// 121/2005. Law 06/2026/QH16 is cited by its number only: its text is not at
// hand, and no rule of this program rests on it.
var documents = []Document{
	{"15/2003/QH11", law, "", "Luật Thi đua, Khen thưởng", day("2003-11-26"), day("2004-07-01"), day("2023-12-31"), Secondary},
	{"47/2005/QH11", law, "", "Luật sửa đổi, bổ sung " + ofTheLaw, day("2005-06-14"), day("2005-09-30"), day("2023-12-31"), Secondary},
	{"39/2013/QH13", law, "", "Luật sửa đổi, bổ sung " + ofTheLaw, day("2013-11-16"), day("2014-07-01"), day("2023-12-31"), Secondary},
	{"06/2022/QH15", law, "", "Luật Thi đua, khen thưởng", day("2022-06-15"), day("2024-01-01"), vi.Day{}, Read},
	{"06/2026/QH16", law, "", "Luật số 06/2026/QH16", day("2026-04-23"), day("2026-10-01"), vi.Day{}, Secondary},

	{"121/2005/NĐ-CP", decree, government, "quy định chi tiết và hướng dẫn thi hành " + ofBoth, day("2005-09-30"), day("2005-12-31"), day("2010-04-14"), Secondary},
	{"42/2010/NĐ-CP", decree, government, "quy định chi tiết thi hành " + ofBoth, day("2010-04-15"), day("2011-01-01"), day("2017-07-30"), Secondary},
	{"39/2012/NĐ-CP", decree, government, "sửa đổi, bổ sung một số điều của " + decree42, day("2012-04-27"), day("2012-06-20"), day("2017-07-30"), Secondary},
	{"65/2014/NĐ-CP", decree, government, "quy định chi tiết thi hành Luật sửa đổi, bổ sung " + ofTheLaw + " năm 2013", day("2014-07-01"), day("2014-07-01"), day("2017-07-30"), Secondary},
	{"91/2017/NĐ-CP", decree, government, "quy định chi tiết thi hành " + ofLaw2022, day("2017-07-31"), day("2018-01-01"), day("2023-12-31"), Read},
	{"98/2023/NĐ-CP", decree, government, "quy định chi tiết thi hành " + ofLaw2022, day("2023-12-31"), day("2024-01-01"), day("2025-06-30"), Read},
	{"152/2025/NĐ-CP", decree, government, "quy định về phân cấp, phân quyền trong lĩnh vực thi đua, khen thưởng; quy định chi tiết và hướng dẫn thi hành " + ofLaw2022, day("2025-06-14"), day("2025-07-01"), day("2027-02-28"), Read},

	{"07/2014/TT-BNV", circular, minister, "hướng dẫn thi hành một số điều của " + decree42 + ", Nghị định số 39/2012/NĐ-CP và Nghị định số 65/2014/NĐ-CP", day("2014-08-29"), day("2014-10-15"), day("2017-07-30"), Secondary},
	{"08/2017/TT-BNV", circular, minister, "", day("2017-10-27"), day("2018-01-01"), day("2019-11-03"), Secondary},
	{"12/2019/TT-BNV", circular, minister, "quy định chi tiết thi hành một số điều của " + decree91, day("2019-11-04"), day("2020-01-01"), day("2023-12-31"), Secondary},
	{"05/2020/TT-BNV", circular, minister, "", day("2020-11-09"), day("2021-01-01"), day("2023-12-31"), Secondary},
	{"01/2024/TT-BNV", circular, minister, "quy định biện pháp thi hành Luật Thi đua, khen thưởng", day("2024-02-24"), day("2024-02-24"), day("2025-08-04"), Secondary},
	{"15/2025/TT-BNV", circular, minister, "quy định biện pháp để tổ chức, hướng dẫn thi hành Luật Thi đua, khen thưởng và " + decree152, day("2025-08-04"), day("2025-08-05"), vi.Day{}, Secondary},
}

func day(s string) vi.Day { return vi.MustDay(s) }

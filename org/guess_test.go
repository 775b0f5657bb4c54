package org_test

import (
	"testing"

	"thidua/org"
)

// The names are those of the official lists and of reports of clusters.
func TestGuessKind_readsNamesAsReportsWriteThem(t *testing.T) {
	for _, c := range []struct {
		name  string
		kind  org.Kind
		level org.Level
	}{
		{"Tỉnh Nghệ An", org.KindProvince, org.LevelProvince},
		{"Thành phố Hà Nội", org.KindCity, org.LevelProvince},
		{"TP. Hồ Chí Minh", org.KindCity, org.LevelProvince},
		{"Huyện Con Cuông", org.KindDistrict, org.LevelDistrict},
		{"H. Con Cuông", org.KindDistrict, org.LevelDistrict},
		{"Quận Gò Vấp", org.KindUrbanDistrict, org.LevelDistrict},
		{"thị xã Hoàng Mai", org.KindTown, org.LevelDistrict},
		{"thành phố Lạng Sơn", org.KindDistrictCity, org.LevelDistrict},
		{"TP. Vinh", org.KindDistrictCity, org.LevelDistrict},
		{"Xã Thanh Lĩnh", org.KindCommune, org.LevelCommune},
		{"Xã Xá Lượng", org.KindCommune, org.LevelCommune},
		{"xã  Ðại Ðồng", org.KindCommune, org.LevelCommune},
		{"Phường Bến Cát", org.KindWard, org.LevelCommune},
		{"Thị trấn Dùng", org.KindTownship, org.LevelCommune},
		{"Đặc khu Cồn Cỏ", org.KindSpecialZone, org.LevelCommune},
		{"Con Cuông", org.KindOther, ""},
		{"Bến Cát", org.KindOther, ""},
		{"", org.KindOther, ""},
		{"UBND huyện Đô Lương", org.KindPeopleCommittee, org.LevelDistrict},
		{"Uỷ ban nhân dân tỉnh Nghệ An", org.KindPeopleCommittee, org.LevelProvince},
		{"UBND thành phố Hà Nội", org.KindPeopleCommittee, org.LevelProvince},
		{"UBND xã Thanh Lĩnh", org.KindPeopleCommittee, org.LevelCommune},
		{"Sở Nội vụ", org.KindDepartment, org.LevelDepartment},
		{"Sở Giao thông Vận tải tỉnh Nghệ An", org.KindDepartment, org.LevelDepartment},
		{"Sở Lao động, Thương binh và Xã hội", org.KindDepartment, org.LevelDepartment},
		{"Ban Dân tộc tỉnh", org.KindDepartment, org.LevelDepartment},
		{"Ban Thi đua - Khen thưởng tỉnh", org.KindDepartment, org.LevelDepartment},
		{"Văn phòng UBND tỉnh Nghệ An", org.KindOffice, org.LevelDepartment},
		{"Phòng Nội vụ huyện Anh Sơn", org.KindDivision, org.LevelDistrict},
		{"Phòng PA04", org.KindDivision, ""},
		{"Tỉnh ủy Đắk Lắk", org.KindPartyBody, org.LevelProvince},
		{"Huyện ủy Krông Pắc", org.KindPartyBody, org.LevelDistrict},
		{"Huyện uỷ Ea H'leo", org.KindPartyBody, org.LevelDistrict},
		{"Thị ủy Buôn Hồ", org.KindPartyBody, org.LevelDistrict},
		{"Văn phòng Đảng ủy phường Bến Cát", org.KindPartyBody, org.LevelCommune},
		{"Đảng ủy xã Thanh Lĩnh", org.KindPartyBody, org.LevelCommune},
		{"Ủy ban MTTQ Việt Nam huyện Cẩm Mỹ", org.KindFront, org.LevelDistrict},
		{"Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh Đồng Nai", org.KindFront, org.LevelDepartment},
		{"Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam", org.KindOther, ""},
		{"LĐLĐ huyện Sóc Sơn", org.KindUnion, org.LevelDistrict},
		{"Công đoàn Ngân hàng Việt Nam", org.KindUnion, org.LevelState},
		{"Hội Cựu chiến binh huyện Hàm Thuận Bắc", org.KindAssociation, org.LevelDistrict},
		{"Hội Liên hiệp Phụ nữ Việt Nam", org.KindAssociation, org.LevelState},
		{"Liên hiệp các hội Khoa học và Kỹ thuật Việt Nam", org.KindAssociation, org.LevelState},
		{"Liên hiệp các tổ chức hữu nghị Việt Nam", org.KindAssociation, org.LevelState},
		{"Đoàn xã Xuân Thới Sơn", org.KindAssociation, org.LevelCommune},
		{"Hội Làm vườn và Trang trại", org.KindAssociation, org.LevelDepartment},
		{"Hội đồng TĐKT tỉnh Bến Tre", org.KindCouncil, org.LevelProvince},
		{"Học viện Ngân hàng", org.KindSchool, ""},
		{"Đại học Ngân hàng TP.HCM", org.KindSchool, ""},
		{"Trường Tiểu học Con Cuông", org.KindSchool, ""},
		{"Báo Nghệ An", org.KindPress, org.LevelDepartment},
		{"Ngân hàng Nhà nước Việt Nam", org.KindBank, org.LevelState},
		{"Công ty Cổ phần Đường sông Lam", org.KindCompany, ""},
		{"Hợp tác xã Con Cuông", org.KindCompany, ""},
		{"Công an xã Cam Hồng", org.KindForce, org.LevelCommune},
		{"Công an đặc khu Cồn Cỏ", org.KindForce, org.LevelCommune},
		{"Bộ Chỉ huy Quân sự tỉnh", org.KindForce, org.LevelDepartment},
		{"Bộ Nội vụ", org.KindMinistry, org.LevelState},
		{"Bệnh viện Đa khoa huyện Con Cuông", org.KindHospital, org.LevelDistrict},
	} {
		kind, level := org.GuessKind(c.name)
		if kind != c.kind || level != c.level {
			t.Errorf("%q is %q at %q, want %q at %q", c.name, kind, level, c.kind, c.level)
		}
	}
}

func TestGuess_givesADistrictItsEnd(t *testing.T) {
	u := org.Guess(" huyện  Con Cuông ")
	if u.Name != "huyện Con Cuông" || u.ShortName != "Con Cuông" || u.Until.String() != "2025-07-01" {
		t.Errorf("%+v", u)
	}
	if u := org.Guess("UBND huyện Đô Lương"); u.ShortName != u.Name {
		t.Errorf("a body's name is short already: %+v", u)
	}
}

/** What petitions are about, the most common first. */
const MATTERS = [
  'Khiếu nại quyết định thu hồi đất',
  'Kiến nghị sửa chữa đường hẻm xuống cấp',
  'Phản ánh ô nhiễm môi trường',
  'Đề nghị bồi thường giải phóng mặt bằng',
  'Tranh chấp ranh giới đất',
  'Kiến nghị cấp giấy chứng nhận quyền sử dụng đất',
  'Phản ánh sạt lở bờ sông',
  'Khiếu nại mức hỗ trợ tái định cư',
  'Kiến nghị lắp đặt đèn chiếu sáng',
  'Đề nghị trợ cấp xã hội',
  'Phản ánh tiếng ồn karaoke ban đêm',
  'Kiến nghị nạo vét kênh thoát nước',
  'Khiếu nại xử phạt vi phạm xây dựng',
  'Đề nghị xác nhận người có công',
  'Phản ánh chất lượng nước sinh hoạt',
  'Kiến nghị mở rộng trường học',
  'Khiếu nại kết quả thi tuyển viên chức',
  'Đề nghị hỗ trợ nhà ở cho hộ nghèo',
  'Phản ánh khai thác cát trái phép',
  'Kiến nghị bảo vệ rừng ngập mặn',
] as const;

const FIRST_SOUNDS = 'b c ch d đ g h kh l m n ng nh ph r s t th tr v x'.split(' ');
const LAST_SOUNDS =
  'ạn ầu ấn ình ơi ung ước ao ên ịch ông uân uyên ắm ộc ừng ẩm oài iêu ét ải ăng ụt õi ương úy'.split(' ');

/** Words of Vietnamese shape. */
const SYLLABLES = LAST_SOUNDS.flatMap((last) => FIRST_SOUNDS.map((first) => first + last));

const FAMILY_NAMES = 'Nguyễn Trần Lê Phạm Huỳnh Phan Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Thạch Danh'.split(' ');
const MIDDLE_NAMES = 'Văn Thị Hữu Minh Thanh Ngọc Quốc Kim Hoàng Đức Bích Tấn'.split(' ');
const GIVEN_NAMES =
  'An Bình Chi Dũng Em Giang Hạnh Hải Hiền Hùng Khánh Lan Liên Long Mai Nam Nga Nghĩa Phúc Quân Sang Sơn Tâm Thảo Thắng Tiến Trang Tuấn Út Vân Xuân Yến'.split(
    ' ',
  );

export const WORDS = { MATTERS, SYLLABLES, FAMILY_NAMES, MIDDLE_NAMES, GIVEN_NAMES };

/** A word of a list as SQL, the first ones far more often than the last, as words are. */
export function drawn(list: readonly string[]): string {
  const words = list.map((word) => `'${word}'`).join(',');
  return `(array[${words}])[floor(exp(random() * ln(${list.length + 1})))::int]`;
}

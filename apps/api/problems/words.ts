interface Words {
  status: number;
  vi: string;
  en: string;
}

const say = (status: number, vi: string, en: string): Words => ({ status, vi, en });

/** Every problem the API itself answers with; refusals of the engine bring their own words. */
export const WORDS = {
  malformedJson: say(400, 'Nội dung gửi lên không phải là JSON hợp lệ.', 'The body is not valid JSON.'),
  notUtf8: say(400, 'Nội dung gửi lên không phải mã UTF-8.', 'The body is not encoded in UTF-8.'),
  invalidQuery: say(400, 'Tham số trên địa chỉ không hợp lệ.', 'A parameter of the address is not valid.'),
  invalidHeader: say(400, 'Tiêu đề của yêu cầu không hợp lệ.', 'A header of the request is not valid.'),
  badRequest: say(400, 'Yêu cầu không đọc được.', 'The request cannot be read.'),
  notSignedIn: say(401, 'Bạn cần đăng nhập.', 'You need to sign in.'),
  wrongCredentials: say(401, 'Thư điện tử hoặc mật khẩu không đúng.', 'Wrong e-mail or password.'),
  staffInactive: say(403, 'Tài khoản này đã ngừng hoạt động.', 'This account is deactivated.'),
  wrongPassword: say(403, 'Mật khẩu hiện tại không đúng.', 'The present password is wrong.'),
  forbidden: say(403, 'Tài khoản của bạn không được làm việc này.', 'Your account may not do this.'),
  notFound: say(404, 'Không tìm thấy, hoặc bạn không được xem.', 'Not found, or not for you to see.'),
  emailTaken: say(409, 'Thư điện tử này đã có người dùng.', 'This e-mail address is already in use.'),
  agencyExists: say(409, 'Mã cơ quan này đã có.', 'An agency with this code exists already.'),
  lastAdministrator: say(
    409,
    'Đây là quản trị viên cuối cùng còn hoạt động; hãy cử người khác trước.',
    'This is the last active administrator; appoint another one first.',
  ),
  agencyLoop: say(
    409,
    'Một cơ quan không thể trực thuộc chính nó hoặc cấp dưới của nó.',
    'An agency cannot stand below itself or below one of its own units.',
  ),
  alreadyExists: say(409, 'Dữ liệu này đã có.', 'This exists already.'),
  tooLarge: say(413, 'Nội dung gửi lên quá lớn (tối đa 1 MB).', 'The body is too large (1 MB at most).'),
  addressTooLong: say(414, 'Địa chỉ quá dài.', 'The address is too long.'),
  notJson: say(
    415,
    'Chỉ nhận nội dung dạng application/json.',
    'Only bodies of type application/json are taken.',
  ),
  invalidBody: say(422, 'Nội dung gửi lên có chỗ chưa đúng.', 'Something in the body is not right.'),
  unknownReference: say(
    422,
    'Nội dung gửi lên nhắc tới một mục không có.',
    'The body names something that does not exist.',
  ),
  unstorable: say(
    422,
    'Nội dung gửi lên có giá trị không lưu được.',
    'The body holds a value that cannot be kept.',
  ),
  versionMissing: say(
    428,
    'Cần tiêu đề If-Match với phiên bản vụ việc bạn đã xem (ETag).',
    'The header If-Match with the version of the case you have seen (its ETag) is needed.',
  ),
  tooManyTries: say(429, 'Quá nhiều lần thử; hãy đợi một lát.', 'Too many tries; please wait a moment.'),
  unexpected: say(
    500,
    'Hệ thống gặp lỗi. Hãy báo mã tra cứu cho quản trị viên.',
    'Something went wrong on our side. Give the trace id to your administrator.',
  ),
  unavailable: say(
    503,
    'Cơ sở dữ liệu tạm thời không trả lời; hãy thử lại.',
    'The database does not answer at the moment; please try again.',
  ),
} satisfies Record<string, Words>;

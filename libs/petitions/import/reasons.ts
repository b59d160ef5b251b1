import type { AgencyReason, Attention, PlaceReason } from '#domain';
import type { Reason } from './file-fault.js';

/** What a person is asked to decide or supply; the words of the import's summary. */
export const ATTENTION_REASONS: Record<Attention, Reason> = {
  kindMissing: {
    vi: 'Chưa ghi loại đơn: cần phân loại',
    en: 'The kind is not given: it must be classified',
  },
  receivedDateMissing: {
    vi: 'Chưa ghi ngày nhận: chưa tính được thời hạn',
    en: 'The received date is not given: no due date can be computed',
  },
  agencyMissing: { vi: 'Chưa ghi cơ quan: cần giao việc', en: 'No agency is named: it must be assigned' },
  agencyUnknown: { vi: 'Cơ quan chưa xác định được', en: 'The agency is not recognised' },
  agencyAmbiguous: {
    vi: 'Có thể là nhiều cơ quan: cần người chọn',
    en: 'It may be several agencies: a person must choose',
  },
  placeUnknown: { vi: 'Nơi phát sinh chưa xác định được', en: 'The place is not recognised' },
  placeAmbiguous: {
    vi: 'Nơi phát sinh có thể thuộc nhiều đơn vị hiện nay: cần người chọn',
    en: 'The place fits several units of today: a person must choose',
  },
  answerDateMissing: {
    vi: 'Có kết quả nhưng chưa ghi ngày trả lời',
    en: 'There is an outcome but no date of the answer',
  },
  answerWithoutStages: {
    vi: 'Có trả lời nhưng thiếu các bước trước đó: cần người hoàn tất hồ sơ',
    en: 'There is an answer but the steps before it are not known: a person must complete the case',
  },
  possibleDuplicate: { vi: 'Có thể trùng với đơn khác', en: 'It may repeat another petition' },
  lawTransition: {
    vi: 'Pháp luật thay đổi: cần người quyết định cách áp dụng',
    en: 'The law has changed: a person must decide how it applies',
  },
  clockStuck: {
    vi: 'Đồng hồ của vụ việc không báo được: cần người kiểm tra',
    en: 'A clock of the case cannot ring: a person must look at it',
  },
};

/** Why a place was not placed, added to the attention. */
export const PLACE_REASONS: Partial<Record<PlaceReason, Reason>> = {
  bothMaps: {
    vi: 'tên có cả trước và sau ngày 01/7/2025',
    en: 'the name exists on the maps before and after 2025-07-01',
  },
  splitUnit: { vi: 'xã cũ đã chia về nhiều đơn vị', en: 'the old commune was split between several units' },
  sameNameInOtherDistrict: {
    vi: 'nhiều huyện, thành phố cũ có đơn vị cùng tên',
    en: 'several old districts had a unit of this name',
  },
  severalUnitsNamed: { vi: 'nêu nhiều xã, phường', en: 'several communes are named' },
  unknownUnit: { vi: 'không có đơn vị mang tên này', en: 'no unit has this name' },
  nameNewerThanDate: {
    vi: 'tên này chỉ có từ ngày 01/7/2025',
    en: 'the name exists only since 2025-07-01',
  },
  districtDisagrees: {
    vi: 'xã và huyện không khớp nhau',
    en: 'commune and district do not go together',
  },
  typeMissing: {
    vi: 'không rõ là xã, phường hay huyện',
    en: 'it is not said whether it is a commune or a district',
  },
};

/** Why an agency was not recognised, added to the attention. */
export const AGENCY_REASONS: Partial<Record<AgencyReason, Reason>> = {
  formerBody: { vi: 'cơ quan nay không còn', en: 'the body is no more' },
  otherProvince: { vi: 'cơ quan của tỉnh khác', en: 'a body of another province' },
  unknownBody: { vi: 'không có trong danh mục đơn vị', en: 'it is not among the units' },
  severalUnits: { vi: 'tên hợp với nhiều đơn vị', en: 'the name fits several units' },
};

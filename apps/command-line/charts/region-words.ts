import type { Phrase } from '#domain';

/** Words for a region of the charts, and for its states where the screens have none. */
interface RegionWords {
  title: Phrase;
  states: Readonly<Partial<Record<string, Phrase>>>;
}

export const REGION_WORDS: Readonly<Partial<Record<string, RegionWords>>> = {
  handling: { title: { vi: 'Giải quyết', en: 'Handling' }, states: {} },
  supervision: {
    title: { vi: 'Giám sát', en: 'Supervision' },
    states: {
      none: { vi: 'Không có cảnh báo', en: 'Nothing to say' },
      warned: { vi: 'Đã nhắc sắp đến hạn', en: 'Warned' },
      overdue: { vi: 'Quá hạn', en: 'Overdue' },
      escalated: { vi: 'Đã báo cáo cấp trên', en: 'Escalated' },
    },
  },
  confidentiality: {
    title: { vi: 'Giữ bí mật', en: 'Confidentiality' },
    states: {
      open: { vi: 'Không phải giữ bí mật', en: 'Open' },
      sealed: { vi: 'Giữ bí mật người tố cáo', en: 'Sealed' },
      lifted: { vi: 'Người tố cáo đã cho tiết lộ', en: 'Lifted by the denouncer' },
    },
  },
  protection: {
    title: { vi: 'Bảo vệ người tố cáo', en: 'Protection' },
    states: {
      none: { vi: 'Không có yêu cầu', en: 'Not asked for' },
      requested: { vi: 'Đã yêu cầu bảo vệ', en: 'Asked for' },
      protected: { vi: 'Đang được bảo vệ', en: 'Protected' },
      ended: { vi: 'Đã chấm dứt bảo vệ', en: 'Ended' },
    },
  },
};

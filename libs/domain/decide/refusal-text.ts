import { DECREE_TEXTS } from '../calendar/decree-texts.js';
import type { Phrase } from '../deadlines/index.js';
import { LAW_TEXTS } from '../laws/law-texts.js';
import { WHAT_IF_TEXTS } from '../replay/what-if-texts.js';
import type { Refusal } from './refusal.js';

type Params = Refusal['params'];
type Text = (params: Params) => Phrase;

const plain =
  (vi: string, en: string): Text =>
  () => ({ vi, en });

/** What a person reads when the engine says no: what is wrong and what to do about it. */
const TEXTS: Record<string, Text> = {
  ...DECREE_TEXTS,
  ...LAW_TEXTS,
  ...WHAT_IF_TEXTS,
  'actor.mayNot': plain(
    'Vai trò của bạn không có quyền làm việc này với vụ việc này.',
    'Your role may not do this to this case.',
  ),
  'case.notFound': plain(
    'Không tìm thấy vụ việc, hoặc bạn không có quyền xem.',
    'There is no such case, or you may not see it.',
  ),
  'case.notInThisState': ({ possibleIn }) =>
    possibleIn
      ? {
          vi: 'Việc này không làm được ở bước hiện tại của vụ việc.',
          en: 'This is not possible at the step where the case stands now.',
        }
      : {
          vi: 'Việc này không thuộc trình tự giải quyết loại đơn này.',
          en: 'The procedure of this kind of petition does not know this act.',
        },
  'case.stale': ({ currentVersion }) => ({
    vi: `Vụ việc đã được người khác thay đổi (phiên bản hiện tại: ${currentVersion}). Hãy tải lại rồi làm lại.`,
    en: `Somebody has changed the case meanwhile (current version: ${currentVersion}). Reload it and try again.`,
  }),
  'agency.unknown': ({ code }) => ({
    vi: `Không có cơ quan nào mang mã “${code}”. Hãy chọn trong danh sách đơn vị.`,
    en: `No agency has the code "${code}". Choose one from the list of units.`,
  }),
  'agency.ended': ({ on }) => ({
    vi: `Cơ quan này đã kết thúc hoạt động ngày ${day(on)}. Hãy chọn cơ quan kế thừa.`,
    en: `This agency ended on ${on}. Choose the one that took its place.`,
  }),
  'agency.needsProcedure': plain(
    'Muốn giao ngay cho cơ quan thì phải phân loại đơn trước.',
    'To assign at once the petition must be classified first.',
  ),
  'desk.unknown': plain(
    'Tài khoản của bạn chưa gắn với đơn vị tiếp nhận nào. Hãy báo quản trị viên.',
    'Your account belongs to no receiving agency. Ask the administrator.',
  ),
  'date.inTheFuture': ({ on, today }) => ({
    vi: `Ngày ${day(on)} chưa tới (hôm nay là ${day(today)}).`,
    en: `The date ${on} is still to come (today is ${today}).`,
  }),
  'date.beforeReceipt': ({ on, receivedOn }) => ({
    vi: `Ngày ${day(on)} sớm hơn ngày nhận đơn ${day(receivedOn)}.`,
    en: `The date ${on} is before the petition came in on ${receivedOn}.`,
  }),
  'date.beforeAcceptance': ({ on, acceptedOn }) => ({
    vi: `Ngày ${day(on)} sớm hơn ngày thụ lý ${day(acceptedOn)}.`,
    en: `The date ${on} is before the acceptance on ${acceptedOn}.`,
  }),
  'date.backdatedWithoutReason': plain(
    'Ngày nhận khác hôm nay thì phải ghi lý do.',
    'A received date other than today needs a reason.',
  ),
  'extension.afterLimit': ({ due }) => ({
    vi: `Quyết định gia hạn phải ký trước khi hết hạn ngày ${day(due)}.`,
    en: `An extension must be signed before the limit of ${due} ends.`,
  }),
  'extension.noExtensionInLaw': plain(
    'Pháp luật không quy định gia hạn cho thời hạn này.',
    'The law knows no extension of this limit.',
  ),
  'extension.complexityNotFound': plain(
    'Chỉ được gia hạn khi đã ghi nhận vụ việc phức tạp.',
    'An extension needs a signed finding that the case is complex.',
  ),
  'extension.extensionsUsedUp': ({ granted, allowed }) => ({
    vi: `Đã gia hạn ${granted} lần; pháp luật chỉ cho phép ${allowed} lần.`,
    en: `Extended ${granted} times already; the law allows ${allowed}.`,
  }),
  'extension.clockClosed': plain('Thời hạn này đã kết thúc.', 'This clock has ended.'),
  'limit.unknown': plain(
    'Pháp luật không đặt thời hạn này cho loại đơn này. Hãy chọn thời hạn trong danh sách của loại đơn này.',
    'This kind of petition knows no such limit. Choose one from the list of its limits.',
  ),
  'limit.notInForce': ({ from, first }) => ({
    vi: `Ngày ${day(from)} chưa có quy định nào được lưu cho thời hạn này; quy định đầu tiên có từ ngày ${day(first)}. Hãy chọn ngày từ đó về sau.`,
    en: `No rule is held for this limit on ${from}; the first one is of ${first}. Choose a day from then on.`,
  }),
  'ledger.countedOnce': plain(
    'Thời hạn này tính một lần từ một sự kiện, không tạm dừng và không gia hạn. Hãy bỏ các mốc đã thêm.',
    'This limit is counted once from one event; it is never paused or extended. Remove the events added.',
  ),
  'time.missing': plain(
    'Thời hạn này tính theo giờ. Hãy ghi giờ của sự kiện, ví dụ 08:30.',
    'This limit is counted in hours. Give the time of the event, such as 08:30.',
  ),
  'date.doesNotExist': ({ on }) => ({
    vi: `Không có ngày “${on}” trong lịch. Hãy ghi năm-tháng-ngày, ví dụ 2026-12-03.`,
    en: `There is no date "${on}" in the calendar. Write year-month-day, such as 2026-12-03.`,
  }),
  'ledger.notInOrder': ({ on, latest }) => ({
    vi: `Ngày ${day(on)} sớm hơn mốc trước đó ngày ${day(latest)}. Hãy ghi các mốc theo thứ tự thời gian.`,
    en: `The date ${on} is before the event of ${latest} that precedes it. Enter the events in order of time.`,
  }),
  'ledger.alreadySuspended': ({ on }) => ({
    vi: `Không thể tạm đình chỉ ngày ${day(on)}: thời hạn đang tạm đình chỉ rồi.`,
    en: `It cannot be suspended on ${on}: it is suspended already.`,
  }),
  'ledger.notSuspended': ({ on }) => ({
    vi: `Không thể tiếp tục ngày ${day(on)}: trước đó không có quyết định tạm đình chỉ.`,
    en: `It cannot be continued on ${on}: it was not suspended before.`,
  }),
  'ledger.expertiseOpen': ({ on }) => ({
    vi: `Không thể trưng cầu giám định ngày ${day(on)}: lần trưng cầu trước chưa có kết quả.`,
    en: `Expertise cannot be asked for on ${on}: the expertise asked for before is still out.`,
  }),
  'ledger.noExpertise': ({ on }) => ({
    vi: `Không thể nhận kết quả giám định ngày ${day(on)}: trước đó không có trưng cầu giám định.`,
    en: `Expertise cannot come back on ${on}: none was asked for before.`,
  }),
  'expertise.otherLimit': plain(
    'Thời gian giám định chỉ không tính vào thời hạn giải quyết tố cáo, không kéo dài thời hạn này.',
    'The time of expertise is left out of the limit of settling a denunciation only, not of this one.',
  ),
  'dialogue.missing': plain(
    'Giải quyết khiếu nại lần hai bắt buộc phải tổ chức đối thoại trước.',
    'A second complaint cannot be decided before the dialogue was held.',
  ),
  'dialogue.demandsDiffer': plain(
    'Yêu cầu của người khiếu nại và kết quả xác minh còn khác nhau: phải tổ chức đối thoại trước khi ra quyết định.',
    'What is asked for and what was found are still apart: hold a dialogue before the decision.',
  ),
  'identity.notConfirmed': plain(
    'Chỉ thụ lý tố cáo khi đã xác định được người tố cáo. Hãy ghi nhận việc kiểm tra họ tên, địa chỉ trước.',
    'A denunciation is accepted only when its author is known. Record the check of name and address first.',
  ),
  'verifier.conflictNotExcluded': plain(
    'Phải xác nhận người xác minh không phải là người thân và không có lợi ích liên quan đến người bị tố cáo.',
    'Confirm that the verifier is no relative of the accused and has no interest in the matter.',
  ),
  'ground.notOfThisProcedure': plain(
    'Căn cứ đình chỉ này không thuộc trình tự giải quyết loại đơn này. Hãy chọn căn cứ khác.',
    'This ground of termination does not belong to the procedure of this kind of petition. Choose another one.',
  ),
  'step.notOfThisProcedure': plain(
    'Người dân không thể đi tiếp theo cách này sau kết quả giải quyết loại đơn này. Hãy chọn cách khác.',
    'After the result of this kind of petition nobody can go on in this way. Choose another one.',
  ),
  'stay.alreadyOrdered': plain(
    'Quyết định bị khiếu nại đang được tạm đình chỉ thi hành rồi.',
    'The decision complained of is stayed already.',
  ),
  'stay.none': plain(
    'Quyết định bị khiếu nại không bị tạm đình chỉ thi hành, nên không có gì để huỷ bỏ.',
    'The decision complained of is not stayed, so there is nothing to lift.',
  ),
  'duty.notOpen': plain(
    'Vụ việc không có việc này đang chờ thực hiện. Hãy chọn một việc trong danh sách thời hạn đang chạy.',
    'The case owes no such duty now. Choose one among the clocks that run.',
  ),
  'archive.dutyOpen': plain(
    'Còn việc phải làm theo luật chưa ghi nhận hoàn thành. Hãy hoàn thành các việc đó rồi mới lưu trữ.',
    'Duties are still open. Fulfil them before the file is archived.',
  ),
  'archive.urgeOpen': plain(
    'Còn văn bản đôn đốc chưa trả lời. Hãy trả lời rồi mới lưu trữ.',
    'An urge is still waiting. Answer it before the file is archived.',
  ),
  'archive.forceAwaited': plain(
    'Quyết định chưa có hiệu lực pháp luật. Hãy chờ hết thời hạn khiếu nại tiếp rồi mới lưu trữ.',
    'The decision is not in force yet. Wait for the end of the time for going on before the file is archived.',
  ),
  'archive.escalated': plain(
    'Vụ việc đang được báo cáo cấp trên. Hãy kết thúc việc báo cáo rồi mới lưu trữ.',
    'The case stands escalated. End the escalation before the file is archived.',
  ),
  'supervision.nothingOwed': plain(
    'Vụ việc đã kết thúc và không còn việc nào phải làm, nên không có gì để đôn đốc hay giám sát.',
    'The case has ended and owes nothing, so there is nothing to urge or to supervise.',
  ),
  'calendar.notInForce': ({ edition, inForce }) => ({
    vi: `Lịch “${edition}” không còn áp dụng; lịch đang áp dụng là “${inForce}”.`,
    en: `The calendar "${edition}" is not in force; the one in force is "${inForce}".`,
  }),
  'calendar.nothingMoves': plain(
    'Lịch này không làm thay đổi thời hạn nào của vụ việc.',
    'This calendar moves no date of the case.',
  ),
  'correction.nothingToCorrect': ({ was }) => ({
    vi: `Không có thời hạn nào đang chạy tính từ việc đó vào ngày ${day(was)}. Hãy xem lại việc và ngày đã ghi.`,
    en: `No open clock counts from that act on ${was}. Check the act and the date as it is recorded.`,
  }),
  'correction.outOfOrder': ({ is }) => ({
    vi: `Ngày ${day(is)} làm đảo thứ tự các việc đã ghi, hoặc chưa có quy định về thời hạn vào ngày đó. Hãy chọn ngày nằm giữa việc trước và việc sau.`,
    en: `The date ${is} would put the recorded acts out of order, or no rule on the limit is held for it. Choose a day between the act before and the act after.`,
  }),
  'receivedDate.alreadyKnown': plain(
    'Vụ việc đã có ngày nhận đơn.',
    'The received date is already recorded.',
  ),
  'urge.noneOpen': plain(
    'Không có văn bản đôn đốc nào đang chờ trả lời.',
    'No urge is waiting for an answer.',
  ),
  'outcome.notOfThisProcedure': plain(
    'Kết quả này không thuộc trình tự giải quyết loại đơn này.',
    'This outcome does not belong to the procedure of this kind of petition.',
  ),
  'deadline.notDue': plain('Thời hạn chưa đến.', 'The deadline has not been reached.'),
  'idempotency.keyReused': plain(
    'Khoá Idempotency-Key này đã dùng cho một yêu cầu khác. Hãy dùng khoá mới.',
    'This Idempotency-Key was used for another request. Use a new key.',
  ),
  'source.otherContent': plain(
    'Đơn mang mã này đã được nhập trước đây với nội dung khác.',
    'A petition with this id was imported before with other content.',
  ),
};

/** A legal date as Vietnamese papers write it. */
function day(date: string | number | undefined): string {
  return String(date ?? '')
    .split('-')
    .reverse()
    .join('/');
}

/** The refusal in words, Vietnamese and English. @throws when the code has no text: the table is complete. */
export function refusalText({ code, params }: Pick<Refusal, 'code' | 'params'>): Phrase {
  const text = TEXTS[code];
  if (!text) throw new Error(`The refusal ${code} has no text`);
  return text(params);
}

/** SQL that writes a `timestamptz` as RFC 3339 text in UTC, to the microsecond, whatever the session's settings. */
export function instantText(expression: string): string {
  return `to_char(${expression} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;
}

/** SQL that writes a `timestamptz` on the full second as the domain writes alarms: in the time of Ho Chi Minh City. */
export function alarmText(expression: string): string {
  return `to_char(${expression} at time zone 'Asia/Ho_Chi_Minh', 'YYYY-MM-DD"T"HH24:MI:SS"+07:00"')`;
}

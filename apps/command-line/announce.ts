import type { DemoView } from '#contract';

export interface Announcement {
  /** Address for people. */
  url: string;
  /** Address at which this machine reaches the API. */
  local: string;
  isDemo: boolean;
  /** Where the logs are. */
  logs: string;
}

/** Says where the application is and, in the demo, who can sign in; Vietnamese first. */
export async function announce({ url, local, isDemo, logs }: Announcement): Promise<void> {
  console.log(`\nDân Nguyện đang chạy / is running:  ${url}`);
  if (isDemo) await announceDemo(url, local);
  else console.log('Tạo quản trị viên / make an administrator:  npm run create-administrator');
  console.log(`Nhật ký / logs:  ${logs}`);
  console.log('Dừng / stop:  Ctrl-C\n');
}

async function announceDemo(url: string, local: string): Promise<void> {
  const answer = await fetch(`${local}/api/v1/demo`).catch(() => null);
  if (!answer?.ok) return;
  const { accounts, password } = (await answer.json()) as DemoView;
  const width = Math.max(...accounts.map(({ email }) => email.length));
  console.log(`Hộp thư mẫu / demo mailbox:  ${url}/dev/mailbox`);
  console.log(`Đăng nhập mẫu / demo sign-ins, mật khẩu / password  ${password}`);
  for (const { email, role, agencyName } of accounts) {
    console.log(`  ${email.padEnd(width)}  ${role}${agencyName ? `, ${agencyName}` : ''}`);
  }
}

/** What is to be read out: a screen reader reads what is added, and several things may come at once. Pure. */
import type { AppState } from "./app-state";

const kept = 8;

export function withAnnouncement(
  announcements: AppState["announcements"],
  text: string,
): AppState["announcements"] {
  const serial = (announcements.at(-1)?.serial ?? 0) + 1;
  return [...announcements, { text, serial }].slice(-kept);
}

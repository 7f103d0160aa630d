/** When the tab last reloaded itself because code could not be loaded. */
const reloadedAt = "makegood.reloadedAt";
/** Whatever still fails so soon after a reload is not mended by another. */
const onceInMs = 5 * 60_000;

const sayings = [
  // Chromium, Firefox, Safari, and Vite for a page's styles.
  /dynamically imported module/i,
  /Importing a module script failed/i,
  /Unable to preload/i,
];

/** Whether an error says that a part of the app could not be fetched: offline, or a new version is out. */
export const isLoadFailure = (error: unknown): boolean =>
  error instanceof Error && sayings.some((saying) => saying.test(error.message));

/** Whether the app's address answers: a reload without would leave the browser's own error page. */
async function isReachable(address: string): Promise<boolean> {
  try {
    return (await fetch(address, { method: "HEAD", cache: "no-store" })).ok;
  } catch {
    return false;
  }
}

/** Reloads once where that can help. False where the person has to be told. */
export async function reloadOnce(reload = () => location.reload()): Promise<boolean> {
  const last = Number(sessionStorage.getItem(reloadedAt) ?? 0);
  if (Date.now() - last < onceInMs || !(await isReachable(location.href))) return false;
  sessionStorage.setItem(reloadedAt, String(Date.now()));
  reload();
  return true;
}

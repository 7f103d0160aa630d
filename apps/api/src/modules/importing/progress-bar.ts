/** Draws how far it is: a bar in a terminal, a line now and then elsewhere. */
export function progressBar(total: number, what: string): (done: number) => void {
  const { stderr } = process;
  let told = -1;
  return (done) => {
    const percent = total === 0 ? 100 : Math.floor((done / total) * 100);
    if (stderr.isTTY) {
      const filled = Math.floor(percent / 4);
      const bar = `${"█".repeat(filled)}${"░".repeat(25 - filled)}`;
      stderr.write(
        `\r${bar} ${percent} % · ${done} of ${total} ${what}${done >= total ? "\n" : ""}`,
      );
    } else if (Math.floor(percent / 20) !== told) {
      told = Math.floor(percent / 20);
      stderr.write(`${percent} % · ${done} of ${total} ${what}\n`);
    }
  };
}

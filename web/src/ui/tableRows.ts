// The rows of a table that is written as text: commas, semicolons or tabs, as its first line has them, quotes as RFC 4180.
const MOST_ROWS = 1_000;
const MOST_CELLS = 100;

export function rowsOf(text: string): string[][] {
  const [line = ''] = text.split('\n', 1);
  const mark = [',', ';', '\t'].map((one) => [line.split(one).length, one] as const).sort((a, b) => b[0] - a[0])[0]?.[1] ?? ',';
  const rows: string[][] = [];
  let cells: string[] = [];
  let cell = '';
  let quoted = false;
  const end = (): void => {
    if (cells.length < MOST_CELLS) cells.push(cell);
    cell = '';
  };
  for (let i = 0; i < text.length && rows.length < MOST_ROWS; i++) {
    const one = text[i] ?? '';
    if (quoted) {
      if (one !== '"') cell += one;
      else if (text[i + 1] === '"') cell += text[++i] ?? '';
      else quoted = false;
    } else if (one === '"' && cell === '') quoted = true;
    else if (one === mark) end();
    else if (one === '\n') {
      end();
      rows.push(cells);
      cells = [];
    } else if (one !== '\r' && one !== '\ufeff') cell += one;
  }
  if (rows.length < MOST_ROWS && (cell !== '' || cells.length > 0)) {
    end();
    rows.push(cells);
  }
  return rows;
}

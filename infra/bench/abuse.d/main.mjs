// Sends each shape to a running demo and measures meanwhile how long others wait; see infra/bench/abuse.
import net from 'node:net';
import { readFileSync } from 'node:fs';
import { letters, requests } from './shapes.mjs';

const [demoFile, sinkPort, only = ''] = process.argv.slice(2);
const demo = JSON.parse(readFileSync(demoFile, 'utf8'));
const token = Object.fromEntries(demo.seats.map((s) => [s.name.split(' ')[0], s.token]));
const api = `${demo.baseUrl}/api/workspaces/${demo.workspace}`;

const READER_MS = 60; // between two questions of the unrelated reader
const HONEST_MS = 500; // between two honest letters
const WINDOW_MS = 2_000; // how long others are measured at least with each shape
const PAGE_MS = 5_000; // until a letter stands on the list
const LIMIT_MS = 25_000; // after which nobody waits for the last answer any more
const BASE_EVERY = 12; // shapes between two measurements without one
const MOST = 3; // how many times as long others may wait
const NOISE_MS = 60; // waits below this say more about the machine than about the shape

const pause = (ms) => new Promise((done) => setTimeout(done, ms));
const now = () => performance.now();

async function ask(method, path, who, body) {
  const headers = { authorization: `Bearer ${token[who]}` };
  if (body !== undefined) headers['content-type'] = 'application/json';
  const answer = await fetch(path.startsWith('http') ? path : api + path, { method, headers, body });
  return { status: answer.status, text: await answer.text() };
}

/** One letter by SMTP; ends with what DATA is answered. */
function send(from, to, letter) {
  return new Promise((done, fail) => {
    const steps = [`EHLO client.example`, `MAIL FROM:<${from}>`, `RCPT TO:<${to}>`, 'DATA', null, 'QUIT'];
    const socket = net.connect(demo.smtp.port, demo.smtp.host);
    let at = 0;
    let seen = '';
    let result = '';
    socket.setTimeout(LIMIT_MS, () => socket.destroy(new Error('SMTP takes too long')));
    socket.on('error', fail).on('close', () => done(result));
    socket.on('data', (chunk) => {
      seen += chunk;
      const last = /(?:^|\r\n)(\d{3}) [^\r\n]*\r\n$/.exec(seen);
      if (!last) return;
      if (at === 5) result = seen.trim();
      const refused = Number(last[1]) >= 400 && at < 5;
      seen = '';
      if (refused) result = last[0].trim();
      if (refused || at >= steps.length) return socket.end('QUIT\r\n');
      socket.write(steps[at] ?? Buffer.concat([Buffer.from(letter.replace(/\r\n\./g, '\r\n..')), Buffer.from('\r\n.\r\n')]), () => {});
      if (steps[at] !== null) socket.write('\r\n');
      at++;
    });
  });
}

/** The host behind the smarthost: takes all, and knows the subjects. */
const arrived = new Map();
function sink() {
  net
    .createServer((socket) => {
      let data = false;
      let rest = '';
      socket.on('error', () => {});
      socket.write('220 sink.example\r\n');
      socket.on('data', (chunk) => {
        rest += chunk.toString('latin1');
        for (let end = rest.indexOf('\r\n'); end >= 0; end = rest.indexOf('\r\n')) {
          const line = rest.slice(0, end);
          rest = rest.slice(end + 2);
          if (data) {
            const honest = /^Subject: .*(honest-\d+)/.exec(line);
            if (honest && !arrived.has(honest[1])) arrived.set(honest[1], now());
            if (line === '.') [data] = [false, socket.write('250 2.0.0 taken\r\n')];
          } else if (/^EHLO/i.test(line)) socket.write('250-sink.example\r\n250-PIPELINING\r\n250-8BITMIME\r\n250 SMTPUTF8\r\n');
          else if (/^DATA/i.test(line)) [data] = [true, socket.write('354 go on\r\n')];
          else if (/^QUIT/i.test(line)) socket.end('221 bye\r\n');
          else socket.write('250 2.0.0 ok\r\n');
        }
      });
    })
    .listen(Number(sinkPort), '127.0.0.1');
}

let honestNumber = 0;
const letterOf = (from, to, subject, { fields = '', body }, more = '') =>
  `From: ${from}\r\nTo: ${to}\r\n${/^(Subject|Comments: x\r\nSubject):/im.test(fields) ? '' : `Subject: ${subject}\r\n`}Message-ID: <${Date.now()}.${Math.random()}@client.example>\r\nMIME-Version: 1.0\r\n${fields}${more}\r\n${body}`;

async function honest() {
  const name = `honest-${honestNumber++}`;
  const from = now();
  await send('ngozi@savanna.example', 'civil@lists.example', letterOf('ngozi@savanna.example', 'civil@lists.example', name, { body: `The memo has ${honestNumber * 7} pages, says ${name}.\r\n` }));
  while (!arrived.has(name) && now() - from < LIMIT_MS) await pause(10);
  return (arrived.get(name) ?? now()) - from;
}

async function read() {
  const from = now();
  const { status } = await ask('GET', '/lists/civil/threads?limit=5', 'Halima').catch(() => ({ status: 0 }));
  return status === 200 ? now() - from : LIMIT_MS;
}

/** How long others wait while something is under way: the worst answer of a reader, and of an honest letter. */
async function measured(work) {
  const waits = { reader: [], honest: [] };
  let under = true;
  const until = now() + WINDOW_MS;
  const going = () => under || now() < until;
  const loop = async (list, probe, every) => {
    const open = [];
    while (going()) {
      open.push(probe().then((ms) => list.push(ms), () => list.push(LIMIT_MS)));
      await pause(every);
    }
    await Promise.all(open);
  };
  const probes = [loop(waits.reader, read, READER_MS), loop(waits.honest, honest, HONEST_MS)];
  await pause(100);
  let told = '';
  const begun = now();
  try {
    told = await Promise.race([work(), pause(LIMIT_MS).then(() => 'no end')]);
  } catch (e) {
    told = String(e.message ?? e);
  }
  const took = now() - begun;
  under = false;
  await Promise.all(probes);
  return { reader_ms: Math.round(Math.max(...waits.reader)), honest_ms: Math.round(Math.max(...waits.honest)), took_ms: Math.round(took), told };
}

/** The entry of the newest thread, once that has this subject; of whichever it is after a while, for a letter may be held. */
async function lastEntry(subject) {
  let threads;
  for (const from = now(); now() - from < PAGE_MS; await pause(100)) {
    threads = JSON.parse((await ask('GET', '/lists/coalition/threads?limit=1', 'Amina')).text);
    if (threads.items[0].subject.includes(subject)) break;
  }
  const thread = JSON.parse((await ask('GET', `/threads/${threads.items[0].id}`, 'Amina')).text);
  return (thread.entries.items ?? thread.entries).at(-1).id;
}

/** As a stranger and as a member; the page of the member's letter is then asked for twice at once. */
async function mailed(name, shape) {
  const letter = (from, n) => letterOf(from, 'coalition@lists.example', `${name} ${n}`, shape);
  const member = 'dara@brightline.example';
  const stranger = 'mallory@elsewhere.example';
  const ends = await Promise.all([
    send(stranger, 'coalition@lists.example', letter(stranger, 1)),
    send(stranger, 'coalition@lists.example', letter(stranger, 2)),
    send(member, 'coalition@lists.example', letter(member, 3)),
  ]);
  await pause(700); // until it is read
  if (shape.page) {
    const entry = await lastEntry(`${name} 3`);
    const pages = await Promise.all([1, 2].map(() => ask('GET', `/entries/${entry}/formatted`, 'Amina')));
    await ask('GET', `/entries/${entry}/original`, 'Halima');
    return `${ends[2].slice(0, 40)}; page ${pages.map((p) => p.status)}`;
  }
  return ends[2].slice(0, 40);
}

async function requested(shape) {
  const answers = await Promise.all([1, 2, 3].map(() => ask(shape.method, shape.path, 'Dara', shape.body)));
  return answers.map((a) => a.status).join(' ');
}

async function run() {
  sink();
  await measured(() => pause(6_000)); // what is compiled late is not a shape's doing
  const base = { reader_ms: 0, honest_ms: 0 };
  const without = async () => {
    const { reader_ms, honest_ms } = await measured(() => pause(4_000));
    base.reader_ms = Math.max(base.reader_ms, reader_ms);
    base.honest_ms = Math.max(base.honest_ms, honest_ms);
  };
  const all = [
    ...Object.entries(letters).map(([name, make]) => [name, () => mailed(name, make())]),
    ...Object.entries(requests).map(([name, make]) => [name, () => requested(make())]),
  ].filter(([name]) => name.includes(only));
  const results = [];
  for (const [i, [name, work]] of all.entries()) {
    if (i % BASE_EVERY === 0) await without();
    results.push({ shape: name, ...(await measured(work)) });
    process.stderr.write(`${JSON.stringify(results.at(-1))}\n`);
  }
  await without();
  const times = (ms, than) => Math.round((10 * Math.max(ms, NOISE_MS)) / Math.max(than, NOISE_MS)) / 10;
  for (const r of results) {
    const line = { ...r, reader_without_ms: base.reader_ms, honest_without_ms: base.honest_ms };
    line.reader_times = times(r.reader_ms, base.reader_ms);
    line.honest_times = times(r.honest_ms, base.honest_ms);
    line.within = line.reader_times <= MOST && line.honest_times <= MOST;
    console.log(JSON.stringify(line));
  }
  const over = results.filter((r) => times(r.reader_ms, base.reader_ms) > MOST || times(r.honest_ms, base.honest_ms) > MOST);
  console.log(JSON.stringify({ shapes: results.length, over: over.map((r) => r.shape), at_most_times: MOST }));
  process.exit(over.length ? 1 : 0);
}

await run();

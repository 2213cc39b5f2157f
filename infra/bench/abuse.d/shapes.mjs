// The shapes of infra/bench/abuse: each a small function of what is sent. By mail they are letters of about a megabyte, by
// HTTP requests at the limits of the contract. A shape is cheap to send and tries to be dear to read.

const MB = 1_000_000;
const fill = (piece, octets = MB) => piece.repeat(Math.ceil(octets / piece.length)).slice(0, octets);
const each = (count, make) => Array.from({ length: count }, (_, i) => make(i)).join('');
const fold = (value, every = 70) => value.replace(new RegExp(`(.{${every}})`, 'g'), '$1\r\n ');
const lines = (text) => text.replace(/(.{900})/g, '$1\r\n');
const base64 = (text) => Buffer.from(text).toString('base64').replace(/(.{76})/g, '$1\r\n');

const words = (body, fields = '') => ({ fields, body });
const html = (markup, fields = '') => ({ fields: `Content-Type: text/html; charset=utf-8\r\n${fields}`, body: lines(markup), page: true });
const part = (type, body, more = '') => `--b\r\nContent-Type: ${type}\r\n${more}\r\n${body}\r\n`;
const parts = (inner, kind = 'mixed') => ({ fields: `Content-Type: multipart/${kind}; boundary=b\r\n`, body: `${inner}--b--\r\n`, page: true });
const inner = (body) => `From: x@elsewhere.example\r\nSubject: inner\r\n${body}`;
const event = (body) => `BEGIN:VCALENDAR\r\nVERSION:2.0\r\nMETHOD:REPLY\r\n${body}END:VCALENDAR\r\n`;
const vevent = (more) => `BEGIN:VEVENT\r\nUID:u@elsewhere.example\r\nDTSTART:20261130T100000Z\r\n${more}END:VEVENT\r\n`;
const calendar = (body) => parts(part('text/plain', 'Yes.') + part('text/calendar; method=REPLY; charset=utf-8', body));

/** Letters: sent by a stranger and by a member. `page` asks for the formatted form of the member's, twice at once. */
export const letters = {
  'html nested div': () => html(fill('<div>')),
  'html nested b': () => html(fill('<b>')),
  'html nested tables': () => html(fill('<table><tr><td>')),
  'html nested quotes': () => html(fill('<blockquote>x')),
  'html nested links in tables': () => html(fill('<a href=http://x.example><table><tr><td>')),
  'html just below the bound, nested': () => html('<div>'.repeat(19_900)),
  'html just below the bound, links': () => html('<a href="http://x.example/">y</a> '.repeat(9_900)),
  'html just below the bound, pictures': () => html('<img src="http://x.example/y">'.repeat(19_900)),
  'html just below the bound, styles': () => html(`<p style="${fill('text-align:left;', 1_900)}">x`.repeat(500)),
  'html many links': () => html(fill('<a href="http://x.example/">y</a>')),
  'html many pictures': () => html(fill('<img src=http://x.example/y>')),
  'html many scripts': () => html(fill('<script></script>')),
  'html one long style': () => html(`<p style="${fill('x:url(')}">y</p>`),
  'html style sheet of comments': () => html(`<style>${fill('a{b:c}/*')}</style>`),
  'html many attributes': () => html(`<p ${each(150_000, (i) => `a${i} `)}>x</p>`),
  'html entities': () => html(fill('&amp;&eacute;&#233;')),
  'html broken entities': () => html(fill('&a')),
  'html entities of entities': () => html(fill('&amp;amp;amp;')),
  'html smaller signs': () => html(fill('<')),
  'html unclosed comments': () => html(fill('<!--')),
  'html conditional comments': () => html(fill('<!--[if mso]>//<![endif]-->')),
  'html formatting without end': () => html(each(400, (i) => `<b id=${i}>`) + fill('<p>x')),
  'html foreign elements': () => html(fill('<svg><math><mtext>')),
  'html options': () => html(fill('<select><option>')),
  'html titles': () => html(fill('<title><textarea>')),
  'html lists': () => html(fill('<ul><li>x')),
  'html long mailto': () => html(`<a href="mailto:${fill('@')}">x</a>`),
  'html hosts of other scripts': () => html(fill('<a href="http://xn--e1afmkfd%C3%9F.example/">x</a>')),
  'html preformatted lines': () => html(`<pre>${fill('\r\n x')}</pre>`),
  'html in utf-16': () => ({ fields: 'Content-Type: text/html; charset=utf-16\r\nContent-Transfer-Encoding: base64\r\n', body: Buffer.from(fill('<div>', MB / 2), 'utf16le').toString('base64').replace(/(.{76})/g, '$1\r\n'), page: true }),
  'ten html parts': () => parts(each(10, () => part('text/html', lines(fill('<p><b>x</b>', MB))))),
  'five hundred alternatives': () => parts(each(500, () => part('text/html', fill('<div>', 4_000))), 'alternative'),
  'pictures by cid': () => parts(part('text/html', '<img src="cid:p1">'.repeat(2_000)) + each(60, (i) => part('image/png', base64(`\x89PNG${fill('x', 15_000)}`), `Content-ID: <p${i}>\r\nContent-Transfer-Encoding: base64\r\n`)), 'related'),
  'parts in parts': () => ({ fields: 'Content-Type: multipart/mixed; boundary=b0\r\n', body: each(3_000, (i) => `--b${i}\r\nContent-Type: multipart/mixed; boundary=b${i + 1}\r\n\r\n`) }),
  'many parts': () => parts(each(15_000, () => part('text/plain', 'x'))),
  'almost boundaries': () => parts(part('text/plain', fill('--a\r\n--bb\r\n-b\r\n--\r\n'))),
  'letters in letters': () => ({ fields: 'Content-Type: message/rfc822\r\n', body: 'Content-Type: message/rfc822\r\n\r\n'.repeat(20_000) + fill('x ') }),
  'letters beside letters': () => parts(each(900, () => part('message/rfc822', inner(`Content-Type: text/html\r\n\r\n${fill('<i>', 900)}`)))),
  'base64 that breaks': () => ({ fields: 'Content-Transfer-Encoding: base64\r\n', body: lines(fill('A=B-=')) }),
  'quoted-printable': () => ({ fields: 'Content-Transfer-Encoding: quoted-printable\r\n', body: fill('=41=\r\n=4G= \t\r\n') }),
  'escapes of iso-2022-jp': () => ({ fields: 'Content-Type: text/plain; charset=iso-2022-jp\r\n', body: lines(fill('\x1b$B\x1b(B')) }),
  'utf-7': () => ({ fields: 'Content-Type: text/plain; charset=utf-7\r\n', body: lines(fill('+AGE-+')) }),
  'parameters in pieces': () => ({ fields: `Content-Type: text/plain;\r\n${each(2_000, (i) => ` name*${i}*=utf-8''%41;\r\n`)} x=y\r\n`, body: 'x' }),
  'many parameters': () => ({ fields: `Content-Type: text/plain;\r\n${each(5_000, (i) => ` a${i}=b;\r\n`)} x=y\r\n`, body: 'x' }),
  'parts with long names': () => parts(each(15, () => part('application/pdf', 'x', `Content-Disposition: attachment;\r\n filename="${fold(fill('=?utf-8?q?=41?= ', 60_000))}"\r\n`))),
  'many fields': () => words('x', each(8_000, (i) => `X-F${i}: y\r\n`)),
  'subject of encoded words': () => words('x', `Comments: x\r\nSubject: ${fill('=?utf-8?b?QQ==?=\r\n ', 200_000)}x\r\n`),
  'subject of broken encoded words': () => words('x', `Subject: ${fold(fill('=?', 200_000))}\r\n`),
  'subject of settings': () => words('x', `Subject: ${fold(fill('[state=done] [a=', 100_000), 60)}\r\n`),
  'references': () => words('x', `References: ${each(8_000, (i) => `<r${i}@elsewhere.example>\r\n `)}<x@x.example>\r\n`),
  'references that never end': () => words('x', `In-Reply-To: ${fold(fill('<', 200_000))}\r\nReferences: ${fold(fill('<a@', 20_000))}\r\n`),
  'addresses': () => words('x', `Cc: ${each(6_000, (i) => `a${i}@elsewhere.example,\r\n `)}x@x.example\r\n`),
  'comments in addresses': () => words('x', `Cc: ${fold(fill('(', 200_000))}x@x.example\r\n`),
  'quotes in addresses': () => words('x', `Cc: ${fold(fill('"\\', 200_000))}x@x.example\r\nReply-To: ${fold(fill('a:;', 20_000))}\r\n`),
  'signatures': () => words(fill('x \r\n', MB), each(300, (i) => `DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; d=d${i}.example; s=s; h=${fill('from:', 300)}from; bh=YQ==; b=YQ==\r\n`)),
  'signature over blanks': () => words(fill(' \t\r\n\r\n'), 'DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; d=brightline.example; s=s; h=from; bh=YQ==; b=YQ==\r\n'),
  'tags of one signature': () => words('x', `DKIM-Signature: v=1; ${fold(fill('a=b;c=d;', 150_000))}\r\n`),
  'authentication results': () => words('x', each(200, () => `Authentication-Results: lists.example (${fold(fill('((("', 900))}; dmarc=pass\r\n`)),
  'ways of a letter': () => words('x', each(900, (i) => `Received: from h${i}.example by h.example; Mon, 30 Nov 2026 10:00:00 +0000\r\n`)),
  'a date of words': () => words('x', `Date: ${fold(fill('Mon, (', 60_000))}\r\n`),
  'quotes of one depth': () => words(fill('> the draft asks for removal\r\n')),
  'quotes of growing depth': () => words(each(1_300, (i) => `${'>'.repeat(Math.min(i, 900))} x\r\n`)),
  'quote marks alone': () => words(lines(fill('>'))),
  'quotes with their openings': () => words(fill('On Monday Bola wrote:\r\n\r\n> x\r\n\r\n')),
  'flowed lines': () => words(fill('a \r\n'), 'Content-Type: text/plain; format=flowed; delsp=yes\r\n'),
  'flowed quotes': () => words(fill('> a \r\n>> b \r\n'), 'Content-Type: text/plain; format=flowed\r\n'),
  'one long line': () => ({ fields: 'Content-Transfer-Encoding: base64\r\n', body: base64(fill('memo ', MB)) }),
  'blank lines': () => words(fill('\r\n')),
  'signature marks': () => words(fill('-- \r\n')),
  'lines of a head': () => words(fill('Priority: high\r\nLabel: x\r\n')),
  'orders of a head': () => words(fill('[due=tomorrow] [assignee=me]\r\n', 300_000)),
  'runs like codes': () => words(lines(fill(`${'abcdefgh'.repeat(5)}-`))),
  'links in text': () => words(fill('http://x.example/( www.x.example ')),
  'markdown brackets': () => words(lines(fill('[', 300_000))),
  'markdown stars': () => words(lines(fill('*a _b ', 300_000))),
  'markdown lists': () => words(each(400, (i) => `${' '.repeat(i)}- x\r\n`) + fill('- x\r\n', 300_000)),
  'words in no script': () => words(lines(fill('\u0958\u0316\u0300a\u0301', 300_000))),
  'calendar events': () => calendar(event(fill(vevent(''), 900_000))),
  'calendar attendees': () => calendar(event(vevent(each(12_000, (i) => `ATTENDEE;PARTSTAT=ACCEPTED:mailto:a${i}@elsewhere.example\r\n`)))),
  'calendar folds': () => calendar(event(vevent(`COMMENT:${fill('a\r\n ', 900_000)}\r\n`))),
  'calendar zones in each other': () => calendar(event('BEGIN:VTIMEZONE\r\nTZID:x\r\n'.repeat(20_000))),
  'calendar rules': () => calendar(event(vevent(fill('RRULE:FREQ=SECONDLY;COUNT=999999999\r\n', 300_000)))),
  'a report of many recipients': () => parts(part('text/plain', 'It failed.') + part('message/delivery-status', fill('Final-Recipient: rfc822; a@elsewhere.example\r\nAction: failed\r\nStatus: 5.1.1\r\n\r\n')), 'report; report-type=delivery-status'),
  'a bounce in free form': () => words(`Your message could not be delivered.\r\n${fill('<a@elsewhere.example>: 550 5.1.1 user unknown\r\n')}`, 'Auto-Submitted: auto-replied\r\n'),
};

const json = (method, path, body) => ({ method, path, body: typeof body === 'string' ? body : JSON.stringify(body) });
const thread = (text) => json('POST', '/lists/coalition/threads', { subject: 'A question', text });
const table = (format, text) => json('POST', '/trackers/COP/imports/preview', { format, text });
const search = (q) => json('GET', `/search?q=${encodeURIComponent(q)}`);
const filter = (q) => json('GET', `/trackers/COP/issues?q=${encodeURIComponent(q)}`);

/** Requests of a member. */
export const requests = {
  'json nested': () => json('POST', '/lists/coalition/threads', `{"subject":"x","text":${fill('[', 900_000)}`),
  'json objects nested': () => json('POST', '/lists/coalition/threads', fill('{"a":', 900_000)),
  'json with many keys': () => json('POST', '/lists/coalition/threads', `{${each(60_000, (i) => `"k${i}":1,`)}"subject":"x","text":"y"}`),
  'json long number': () => json('POST', '/lists/coalition/threads', `{"subject":1${fill('0', 900_000)}}`),
  'json escapes': () => json('POST', '/lists/coalition/threads', `{"subject":"x","text":"${fill('\\u0041', 590_000)}"}`),
  'json attachments': () => json('POST', '/lists/coalition/threads', { subject: 'x', text: 'y', attachments: Array(50_000).fill('z') }),
  'post markdown brackets': () => thread(fill('[', 99_000)),
  'post markdown stars': () => thread(fill('*a **b ', 99_000)),
  'post markdown quotes': () => thread(fill('>', 99_000)),
  'post markdown back ticks': () => thread(each(430, (i) => `${'`'.repeat(i)} `)),
  'post markdown links': () => thread(fill('[a](<b', 99_000)),
  'post markdown tables': () => thread(`${fill('|a', 3_000)}\n${fill('|-', 3_000)}\n${fill('|b|c\n', 90_000)}`),
  'post of mentions': () => thread(fill('@amina ', 99_000)),
  'post of references': () => thread(fill('COP-1 MEMO-2 ', 99_000)),
  'post of links': () => thread(fill('http://x.example/( ', 99_000)),
  'table csv quotes': () => table('csv', `title\n"${fill('""', 990_000)}`),
  'table csv columns': () => table('csv', `title${fill(',', 400_000)}\nx\n`),
  'table csv rows': () => table('csv', `title\n${fill('x\n', 990_000)}`),
  'table json nested': () => table('json', fill('[', 990_000)),
  'table json objects': () => table('json', `[${fill('{"title":"x"},', 980_000)}{}]`),
  'search of words': () => search(fill('draft ', 490)),
  'search of phrases': () => search(fill('"a" ', 490)),
  'search of wild cards': () => search(fill('a* ', 490)),
  'search of operators': () => search(fill('(a OR ', 490)),
  'search that is nearly a word': () => search(fill('remvoal~ ', 490)),
  'filter of parentheses': () => filter(fill('(', 900)),
  'filter of words': () => filter(fill('label:x ', 900)),
};

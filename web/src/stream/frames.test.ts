import { expect, it } from 'vitest';
import { FrameReader } from './frames';

const STREAM = ': hello\n\nid: p1\ndata: {"position":"p1"}\n\n: beat\n\nid: p2\ndata: {"a":\ndata: 1}\n\n';

it('reads the same messages however the line cuts the stream', () => {
  const whole = new FrameReader().feed(STREAM);
  expect(whole).toEqual([{ id: 'p1', data: '{"position":"p1"}' }, { id: 'p2', data: '{"a":\n1}' }]);
  for (let size = 1; size < 20; size++) {
    const reader = new FrameReader();
    const read = [];
    for (let at = 0; at < STREAM.length; at += size) read.push(...reader.feed(STREAM.slice(at, at + size)));
    expect(read).toEqual(whole);
  }
});

it('tells what is not a frame by its name', () => {
  const messages = new FrameReader().feed('event: bell\ndata: {}\n\nid: p3\ndata: {}\n\n');
  expect(messages.map((message) => message.event)).toEqual(['bell', undefined]);
});

it('tells under which key an act of the reader’s own was asked for, and of no other', () => {
  const messages = new FrameReader().feed('key: k-1\nid: p1\ndata: {}\n\nid: p2\ndata: {}\n\n');
  expect(messages.map((message) => message.key)).toEqual(['k-1', undefined]);
});

it('takes carriage returns as they come and gives nothing for heartbeats or an unfinished message', () => {
  expect(new FrameReader().feed('id: p1\r\ndata: x\r\n\r\n')).toEqual([{ id: 'p1', data: 'x' }]);
  expect(new FrameReader().feed(': beat\n\n: beat\n\ndata: half')).toEqual([]);
});

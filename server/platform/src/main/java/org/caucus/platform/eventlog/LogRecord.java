package org.caucus.platform.eventlog;

import org.caucus.platform.eventlog.chain.RecordHash;

/**
 * One record of a workspace's log, in clear.
 *
 * @param sequence its place; the first is 1 and there are no gaps
 * @param hash stands for it and all records before it
 * @param plain the bytes that were appended; not copied, so leave them as they are
 */
@SuppressWarnings(
    "ArrayRecordComponent") // compared by place, never by content; a copy of each would cost every
// replay
public record LogRecord(long sequence, RecordHash hash, byte[] plain) {}

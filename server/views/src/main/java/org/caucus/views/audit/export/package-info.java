/**
 * A member's own copy of the record: all that one seat may read, as one file that can be checked
 * without the server, and compared with an older copy.
 *
 * <p>{@link org.caucus.coalition.capability.EventName} says of each event what a reader is shown of
 * it; {@link org.caucus.views.audit.export.MemberExportWriter} is the format; {@link
 * org.caucus.views.audit.export.MemberExportRoutes} streams it; {@link
 * org.caucus.views.audit.export.MemberExportVerifier} reads it again, on anybody's computer.
 *
 * <p>The format, one JSON object a line. First {@code {"format": "caucus-record", "version": 1,
 * "workspace", "name", "seat", "made", "key"}}. Then one line a commit, oldest first: {@code
 * {"prev": hash, "record": {"commit", "at", "seat", "events": [{"type", ...}]}}}. Last {@code
 * {"end": {"records": n, "tip": hash, "signature": base64}}}. The hash of a record's line is
 * SHA-256 over {@code caucus copy line 1}, a line feed, and the line's bytes without its line feed;
 * {@code prev} is the hash of the record before, 64 zeros for the first. The signature (Ed25519,
 * RFC 8032) is over {@code caucus copy 1}, a line feed, the first line, a line feed, the number of
 * records, a line feed, and the tip.
 *
 * <p>The chain is over what this seat reads and nothing else, so a copy tells nothing of what it
 * does not hold: an event names another thing only where this seat reads that as well. It is the
 * same each time: of two copies the older is the beginning of the newer, as long as nothing was
 * opened or closed to that seat in between. A poll that closes may open the answers to it.
 */
@NullMarked
package org.caucus.views.audit.export;

import org.jspecify.annotations.NullMarked;

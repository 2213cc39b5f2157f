/**
 * The fields above a letter: {@link org.caucus.messaging.distribution.headers.ListHeaders} those of
 * a list (RFC 2369, RFC 2919), {@link org.caucus.messaging.distribution.headers.Threading} those
 * that join replies, without identifiers that the recipient may not read, {@link
 * org.caucus.messaging.distribution.headers.Unsubscribe} the addresses that stop mail (RFC 8058).
 * {@link org.caucus.messaging.distribution.headers.SystemMail} sets all fields of a letter that the
 * server writes itself, and {@link org.caucus.messaging.distribution.headers.Site} is where this
 * server is.
 */
@NullMarked
package org.caucus.messaging.distribution.headers;

import org.jspecify.annotations.NullMarked;

/**
 * Where a letter is from, as far as its author's domain says so: {@link
 * org.caucus.mail.auth.OriginAuthenticator} asks for the domain's signature first, then whether the
 * host that brought the letter is one of the domain's own (DMARC, RFC 7489 section 3.1).
 */
@NullMarked
package org.caucus.mail.auth;

import org.jspecify.annotations.NullMarked;

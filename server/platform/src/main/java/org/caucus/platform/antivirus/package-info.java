/**
 * Files and letters looked at by a scanner for malware, where anyone who runs it has set one. What
 * it finds fault with is refused and not kept; while it is away nothing is taken that it has not
 * seen: a browser sends its last piece again, a mail host its letter. Nothing passes unseen.
 *
 * <p>{@link org.caucus.platform.antivirus.Clamd} speaks to ClamAV; {@link
 * org.caucus.mail.smtp.server.ScannedLetters} stands before the inbox; {@code files} asks for the
 * rest.
 */
@NullMarked
package org.caucus.platform.antivirus;

import org.jspecify.annotations.NullMarked;

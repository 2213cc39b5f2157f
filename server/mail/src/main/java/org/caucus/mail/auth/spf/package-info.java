/**
 * Which hosts a domain lets send mail in its name: SPF (RFC 7208).
 *
 * <p>{@link org.caucus.mail.auth.spf.SpfCheck} answers for one letter; {@link
 * org.caucus.mail.auth.spf.SpfResult} is what can be found. An {@link
 * org.caucus.mail.auth.spf.SpfRecord} is what a domain published, with its {@link
 * org.caucus.mail.auth.spf.SpfTerm}s; {@link org.caucus.mail.auth.spf.SpfMacros} fills in what it
 * leaves open; {@link org.caucus.mail.auth.spf.SpfLookups} counts and bounds what may be asked of
 * name servers.
 *
 * <p>Not here: the text of {@code exp}, which a stranger wrote and nobody here is shown.
 */
@NullMarked
package org.caucus.mail.auth.spf;

import org.jspecify.annotations.NullMarked;

/**
 * Who really wrote a letter, and what a relay did to it: DKIM (RFC 6376, RFC 8463) and ARC (RFC
 * 8617).
 *
 * <p>{@link org.caucus.mail.auth.dkim.DkimCheck} says which domains signed a letter as it stands;
 * {@link org.caucus.mail.auth.dkim.ArcCheck} whether the chain of those who relayed it before
 * holds; {@link org.caucus.mail.auth.dkim.DmarcAlignment} whether its author's domain signed all
 * that decides how it is read; {@link org.caucus.mail.auth.dkim.DkimSigner} and {@link
 * org.caucus.mail.auth.dkim.ArcSealer} sign what leaves here. All work on the same three things:
 * {@link org.caucus.mail.auth.dkim.Canonicalization} octets, {@link
 * org.caucus.mail.auth.dkim.TagList}s, and {@link org.caucus.mail.auth.dkim.KeyRecord}s.
 *
 * <p>Names are looked up through {@link org.caucus.mail.auth.dns.TxtRecords}; nothing else here
 * leaves the process.
 */
@NullMarked
package org.caucus.mail.auth.dkim;

import org.jspecify.annotations.NullMarked;

/**
 * Who really wrote a letter, and what a relay did to it: DKIM (RFC 6376, RFC 8463) and ARC (RFC
 * 8617).
 *
 * <p>{@link org.caucus.email.signatures.DkimCheck} says which domains signed a letter as it stands;
 * {@link org.caucus.email.signatures.ArcCheck} whether the chain of those who relayed it before
 * holds; {@link org.caucus.email.signatures.DmarcAlignment} whether its author's domain signed all
 * that decides how it is read; {@link org.caucus.email.signatures.DkimSigner} and {@link
 * org.caucus.email.signatures.ArcSealer} sign what leaves here. All work on the same three things:
 * {@link org.caucus.email.signatures.Canonicalization} octets, {@link
 * org.caucus.email.signatures.TagList}s, and {@link org.caucus.email.signatures.KeyRecord}s.
 *
 * <p>Names are looked up through {@link org.caucus.email.dns.TxtRecords}; nothing else here leaves
 * the process.
 */
@NullMarked
package org.caucus.email.signatures;

import org.jspecify.annotations.NullMarked;

/**
 * The mail addresses of one person, as a matter of dates: since when each was held, until when, and
 * at which mail is received. Pure; {@link org.caucus.identity.addresses.AddressHistory} is all of
 * it.
 */
@NullMarked
package org.caucus.identity.addresses;

import org.jspecify.annotations.NullMarked;

/** The domain name system, as far as mail asks it: what domains say, and which hosts they have. */
@NullMarked
package org.caucus.mail.auth.dns;

import org.jspecify.annotations.NullMarked;

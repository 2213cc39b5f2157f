/** The domain name system, as far as mail asks it: text records. */
@NullMarked
package org.caucus.email.dns;

import org.jspecify.annotations.NullMarked;

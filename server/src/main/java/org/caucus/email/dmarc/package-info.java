/** What domains ask of mail that does not come from them: {@link org.caucus.email.dmarc.Dmarc}. */
@NullMarked
package org.caucus.email.dmarc;

import org.jspecify.annotations.NullMarked;

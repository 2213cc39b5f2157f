/**
 * What domains ask of mail that does not come from them: {@link org.caucus.mail.auth.dmarc.Dmarc}.
 */
@NullMarked
package org.caucus.mail.auth.dmarc;

import org.jspecify.annotations.NullMarked;

/**
 * A post office for the demo and for tests: {@link org.caucus.mail.smtp.catchall.CatchAllServer}
 * takes mail for everyone by real SMTP and keeps it as {@code .eml} files that any mail program
 * opens. Nothing leaves it.
 */
@NullMarked
package org.caucus.mail.smtp.catchall;

import org.jspecify.annotations.NullMarked;

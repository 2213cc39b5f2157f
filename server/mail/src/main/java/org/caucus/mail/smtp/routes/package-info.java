/** Which host takes the mail of which domain, where not all leaves by one. */
@NullMarked
package org.caucus.mail.smtp.routes;

import org.jspecify.annotations.NullMarked;

/**
 * What somebody who looks after an installation wants to know of its doors: who tried to come in
 * and by which way, and what was refused to whom. {@link
 * org.caucus.platform.observability.security.SecurityLog} writes a line and counts; neither has a
 * word, a name or an address in it.
 */
@NullMarked
package org.caucus.platform.observability.security;

import org.jspecify.annotations.NullMarked;

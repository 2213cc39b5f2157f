/**
 * People as they are named in a letter: {@link org.caucus.coalition.access.mentions.NamedPeople}
 * finds them among those who can read what it is about, and nobody else.
 */
@NullMarked
package org.caucus.coalition.access.mentions;

import org.jspecify.annotations.NullMarked;

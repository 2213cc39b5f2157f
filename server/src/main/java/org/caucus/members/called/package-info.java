/**
 * People as they are named in a letter: {@link org.caucus.members.called.NamedPeople} finds them
 * among those who can read what it is about, and nobody else.
 */
@NullMarked
package org.caucus.members.called;

import org.jspecify.annotations.NullMarked;

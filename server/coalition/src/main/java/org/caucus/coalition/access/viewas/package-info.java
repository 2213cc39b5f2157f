/**
 * <i>See it as</i>: civil society looks at the workspace as a company's liaisons see it.
 *
 * <p>{@link org.caucus.coalition.access.viewas.ViewAsDecider} notes in the log who looks as whom,
 * once a sitting, for those on both sides to read; {@link
 * org.caucus.coalition.access.viewas.ViewAsSessions} knows which sittings are open; what a look can
 * read is decided where everything is, by {@link org.caucus.coalition.access.Access}, for the id of
 * a {@link org.caucus.coalition.access.ViewAs}.
 */
@NullMarked
package org.caucus.coalition.access.viewas;

import org.jspecify.annotations.NullMarked;

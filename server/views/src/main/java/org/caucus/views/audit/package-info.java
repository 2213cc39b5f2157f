/**
 * The audit view: who let whom in, who left, who changed what others may do or read, who took a
 * copy out.
 *
 * <p>Nothing is kept for it: {@link org.caucus.workspace.Capabilities} says which events of the log
 * belong to it, and each is shown to the person who may know of that event, as everywhere else.
 * {@link org.caucus.views.audit.AuditPresenter} shows them as a page and as a table to keep; the
 * form that can be checked offline is a member's copy with these events alone, which {@code copies}
 * makes.
 */
@NullMarked
package org.caucus.views.audit;

import org.jspecify.annotations.NullMarked;

/**
 * What is told by mail of letters that wait: those who are asked about one, and those who wrote it.
 *
 * <p>{@link org.caucus.notices.waiting.HeldMessageNotices} finds who is to hear of what became of a
 * letter; {@link org.caucus.notices.waiting.HeldMessageMail} writes it; {@link
 * org.caucus.notices.waiting.DraftMail} asks another liaison about a company's draft in the same
 * way. {@link org.caucus.notices.waiting.HoldMessages} holds every string.
 */
@NullMarked
package org.caucus.notices.waiting;

import org.jspecify.annotations.NullMarked;

/**
 * How members want their mail: {@link org.caucus.lists.mail.Habit} of one list, {@link
 * org.caucus.lists.mail.Personal} of all. {@link org.caucus.lists.mail.Habits} is the state and
 * says by which {@link org.caucus.lists.mail.Channel} a post comes. {@link
 * org.caucus.lists.mail.Style} is how a list's letters look.
 */
@NullMarked
package org.caucus.lists.mail;

import org.jspecify.annotations.NullMarked;

/**
 * Closing a place and opening it again: a list, a tracker or an organisation is archived, a
 * workspace is closed. Who reads it stays as it was; nothing new is taken. What is open is asked in
 * one place for every command, {@code workspace.OpenPlaces}, by what the command leads to. Begin
 * with {@link org.caucus.coalition.access.closing.ClosingDecider}.
 */
@NullMarked
package org.caucus.coalition.access.closing;

import org.jspecify.annotations.NullMarked;

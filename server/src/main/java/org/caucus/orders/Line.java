package org.caucus.orders;

import org.jspecify.annotations.Nullable;

/**
 * One line of a letter with orders, and what became of it.
 *
 * @param text as it was read
 * @param fault why it cannot be done; null if nothing is wrong with it
 */
public record Line(String text, @Nullable String fault) {}

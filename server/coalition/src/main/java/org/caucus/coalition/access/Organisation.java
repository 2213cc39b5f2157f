package org.caucus.coalition.access;

import java.time.Instant;

/**
 * A party in the workspace.
 *
 * @param slug its name in addresses and audiences; unique in the workspace and never changed
 * @param since when it joined
 * @param readsFrom its seats read what was said from then on: who wrote earlier was told a list of
 *     organisations that this one was not on
 */
public record Organisation(String slug, String name, Side side, Instant since, Instant readsFrom) {}

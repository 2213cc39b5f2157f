package org.caucus.lists.mail;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * What a seat chooses for all its mail of a workspace.
 *
 * @param zone where the member's morning is
 * @param echo whether whoever posts by mail is told who reads it
 * @param pause days without any mail but questions that wait for an answer; null for none
 */
public record Personal(ZoneId zone, boolean echo, @Nullable Pause pause) {
  /** Of whoever has not chosen. */
  public static final Personal USUAL = new Personal(ZoneId.of("UTC"), true, null);
}

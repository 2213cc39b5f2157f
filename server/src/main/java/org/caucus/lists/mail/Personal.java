package org.caucus.lists.mail;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * What a seat chooses for all its mail of a workspace.
 *
 * @param zone where the member's morning is
 * @param echo whether whoever posts by mail is told who reads it
 * @param pause days without any mail but questions that wait for an answer; null for none
 * @param quiet hours of every day in which mail waits; null for none, and in older logs
 */
public record Personal(
    ZoneId zone,
    boolean echo,
    @Nullable Pause pause,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Quiet quiet) {
  /** Of whoever has not chosen. */
  public static final Personal USUAL = new Personal(ZoneId.of("UTC"), true, null);

  /** Without quiet hours. */
  public Personal(ZoneId zone, boolean echo, @Nullable Pause pause) {
    this(zone, echo, pause, null);
  }

  /** When a letter that could leave at this moment does leave. */
  public Instant leaves(Instant at) {
    return quiet == null ? at : quiet.leaves(at, zone);
  }
}

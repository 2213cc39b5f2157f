package org.caucus.coalition.polls.mail;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.polls.Poll;
import org.caucus.coalition.polls.PollCommand;
import org.jspecify.annotations.Nullable;

/**
 * What a letter asks of the poll that it opens.
 *
 * @param options as its list has them, without labels
 * @param quorum null if any number will do
 * @param zone in which its times are written
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record PollMailFields(
    Poll.Kind kind,
    List<Poll.Option> options,
    Poll.VoiceOf voice,
    Poll.@Nullable Quorum quorum,
    Instant closes,
    Poll.Silence silence,
    Poll.Shown shown,
    ZoneId zone) {
  /** A copy that nobody else can change. */
  public PollMailFields {
    options = List.copyOf(Objects.requireNonNullElse(options, List.of()));
  }

  /** The command of the browser that opens the same poll. */
  PollCommand.OpenPoll command(String title, String description, @Nullable Audience audience) {
    return new PollCommand.OpenPoll(
        kind,
        title,
        description,
        options,
        voice,
        null,
        quorum,
        closes,
        silence,
        shown,
        zone,
        audience);
  }
}

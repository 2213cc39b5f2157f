package org.caucus.views.push;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.caucus.kernel.Message;
import org.caucus.views.outbound.PublicHttpClient.Reply;

/** What becomes of a push by what its push service answered (RFC 8030). Pure. */
sealed interface PushVerdict {
  /** Time to the next try, after each that failed; after the last of them always as long. */
  List<Duration> PAUSES =
      List.of(
          Duration.ofSeconds(5),
          Duration.ofSeconds(30),
          Duration.ofMinutes(2),
          Duration.ofMinutes(10),
          Duration.ofMinutes(30),
          Duration.ofHours(1));

  /** Longest that a push service may have us wait. */
  Duration LONGEST = Duration.ofHours(6);

  /** It was taken. */
  record Taken() implements PushVerdict {}

  /** The subscription is over: the device is told nothing any more. */
  record Gone(Message why) implements PushVerdict {}

  /** This one will never be taken; the next may be. */
  record Refused(Message why) implements PushVerdict {}

  /** It is tried again after a pause. */
  record Later(Message why, Duration pause) implements PushVerdict {}

  /**
   * The verdict.
   *
   * @param tries how often it was tried, this one among them
   */
  static PushVerdict of(Reply reply, int tries, Instant now) {
    return switch (reply) {
      case Reply.Unreached unreached -> new Later(unreached.why(), pause(tries));
      case Reply.Answered answered -> of(answered, tries, now);
    };
  }

  private static PushVerdict of(Reply.Answered answered, int tries, Instant now) {
    int status = answered.status();
    if (status >= 200 && status < 300) {
      return new Taken();
    }
    if (status >= 300 && status < 400) {
      return new Refused(Message.of("it-answered-with-a-redirect-which"));
    }
    Message why = Message.of("it-answered", "status", status);
    if (status == 404 || status == 410) {
      return new Gone(why);
    }
    return status == 429 || status >= 500
        ? new Later(why, asked(answered.retryAfter(), now).orElse(pause(tries)))
        : new Refused(why);
  }

  private static Duration pause(int tries) {
    return PAUSES.get(Math.min(tries, PAUSES.size()) - 1);
  }

  /** Seconds, or a date (RFC 9110, section 10.2.3); empty if it is neither. */
  private static Optional<Duration> asked(Optional<String> retryAfter, Instant now) {
    return retryAfter.map(String::strip).flatMap(text -> wait(text, now)).map(PushVerdict::bounded);
  }

  private static Optional<Duration> wait(String text, Instant now) {
    try {
      boolean seconds =
          !text.isEmpty() && text.length() <= 9 && text.chars().allMatch(c -> c >= '0' && c <= '9');
      return Optional.of(
          seconds
              ? Duration.ofSeconds(Long.parseLong(text))
              : Duration.between(
                  now,
                  ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant()));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Duration bounded(Duration wait) {
    if (wait.compareTo(LONGEST) > 0) {
      return LONGEST;
    }
    return wait.compareTo(PAUSES.getFirst()) < 0 ? PAUSES.getFirst() : wait;
  }
}

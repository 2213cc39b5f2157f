package org.caucus.messaging.inbound.pipeline.guards;

import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.caucus.coalition.access.Role;
import org.caucus.coalition.access.Seat;
import org.caucus.coalition.capability.MailAuthor;
import org.caucus.coalition.capability.MessageTarget;
import org.caucus.coalition.lists.subscriptions.PersonalMailSettings;
import org.caucus.coalition.mailcommands.headers.CommandLine;
import org.caucus.coalition.mailcommands.headers.HeaderBlock;
import org.caucus.coalition.mailcommands.headers.HeaderReading;
import org.caucus.kernel.Refusal;
import org.caucus.mail.reply.ReplyText;
import org.caucus.messaging.inbound.pipeline.PipelineContext;
import org.caucus.messaging.inbound.pipeline.PipelineStep;
import org.caucus.messaging.inbound.pipeline.RefusalMessages;
import org.caucus.workspace.Capabilities;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a letter asks of what it opens, by the facet of its target. All of it is done, or
 * nothing is. An author who may not open it, or whose words a convenor reads first where these
 * cannot wait, is told so at once.
 */
public record OpeningHead() implements PipelineStep {
  /** A line that may have been meant for the head: a word, a colon, few words. */
  private static final Pattern LIKE_A_LINE =
      Pattern.compile(
          "(\\p{L}[\\p{L}\\p{M}-]{1,19}+) ?[:\\uff1a] {0,4}(?!//)(\\S.{0,59}[^.?!\u061f])");

  @Override
  public Next take(PipelineContext arrival) {
    if (arrival.seat() == null) {
      return PipelineStep.on(arrival);
    }
    List<CommandLine> lines = lines(arrival);
    String words = words(arrival);
    Function<List<CommandLine>, Optional<? extends HeaderReading<? extends MessageTarget>>> read =
        some -> read(arrival, some, words);
    return read.apply(lines)
        .map(reading -> opens(arrival, lines, words, reading))
        .orElseGet(() -> PipelineStep.on(arrival));
  }

  /** Where a letter wants to go by what it asks; empty if that is not understood, or nothing. */
  public static Optional<MessageTarget> asked(PipelineContext arrival) {
    return read(arrival, lines(arrival), words(arrival)).flatMap(HeaderReading::understood);
  }

  /** Whether a letter asks anything by lines at its head. */
  public static boolean isHeaded(PipelineContext arrival) {
    return !AudienceHeaderLine.besides(arrival).isEmpty();
  }

  private static Next opens(
      PipelineContext arrival,
      List<CommandLine> lines,
      String words,
      HeaderReading<? extends MessageTarget> reading) {
    MessageTarget asked = reading.asks();
    if (asked == null) {
      return CommandErrorReply.refused(
          arrival, RefusalMessages.asksOpeningWrongly(reading.why()), reading.example());
    }
    PipelineContext opening = opening(arrival, asked, words);
    Optional<Refusal> never = isBarred(arrival) ? CommandErrorReply.no(opening) : Optional.empty();
    if (never.isPresent()) {
      return PipelineStep.refuse(never.get().message());
    }
    return CommandErrorReply.undoable(
            opening,
            lines,
            some ->
                read(arrival, some, words)
                    .flatMap(HeaderReading::understood)
                    .map(target -> opening(arrival, target, words)))
        .orElseGet(() -> PipelineStep.on(opening));
  }

  private static boolean isBarred(PipelineContext arrival) {
    Seat seat = Objects.requireNonNull(arrival.seat());
    return seat.role() == Role.OBSERVER
        || arrival.workspace().letters().moderation().isModerated(seat.id());
  }

  private static PipelineContext opening(
      PipelineContext arrival, MessageTarget target, String words) {
    return arrival.saying(arrival.workspace().mail(target).words(words)).towards(target);
  }

  private static String words(PipelineContext arrival) {
    return ReplyText.unsigned(AudienceHeaderLine.of(arrival).rest());
  }

  /** Those of the head, and the line right below it that looks like one. */
  private static List<CommandLine> lines(PipelineContext arrival) {
    List<CommandLine> lines = AudienceHeaderLine.besides(arrival);
    return Stream.concat(lines.stream(), unknown(arrival).stream()).toList();
  }

  private static Optional<CommandLine> unknown(PipelineContext arrival) {
    HeaderBlock head = AudienceHeaderLine.of(arrival);
    String text = arrival.incoming().letter().text();
    String rest = head.rest();
    int at = head.lines().isEmpty() ? 0 : text.length() - rest.length();
    boolean isBelow = at > 0 && text.endsWith(rest) && !isParted(text.substring(0, at));
    Matcher line = LIKE_A_LINE.matcher(rest.lines().findFirst().orElse("").strip());
    return isBelow && line.matches()
        ? Optional.of(new CommandLine(line.group(1), line.group(2).strip()))
        : Optional.empty();
  }

  /** Whether a blank line ends it. */
  private static boolean isParted(String head) {
    return head.stripTrailing().length() < head.length()
        && head.substring(head.stripTrailing().length()).chars().filter(c -> c == '\n').count() > 1;
  }

  private static Optional<? extends HeaderReading<? extends MessageTarget>> read(
      PipelineContext arrival, List<CommandLine> lines, String words) {
    Seat seat = arrival.seat();
    MessageTarget intent = arrival.intent();
    if (seat == null || intent == null) {
      return Optional.empty();
    }
    PersonalMailSettings personal = arrival.workspace().lists().habits().now(seat.id());
    MailAuthor author = new MailAuthor(seat, zone(personal), arrival.incoming().received());
    return arrival.workspace().mail(intent).read(lines, words, author);
  }

  /**
   * The zone that somebody chose; null if they did not: an hour would be another than they mean.
   */
  private static @Nullable ZoneId zone(PersonalMailSettings personal) {
    return personal.zone().equals(PersonalMailSettings.USUAL.zone()) ? null : personal.zone();
  }

  /** The lines, put right where they are not understood; empty if no facet reads them. */
  static Optional<List<CommandLine>> right(PipelineContext arrival, List<CommandLine> lines) {
    return Capabilities.addressed(arrival.to().thing(), arrival.to().plain())
        .map(arrival::towards)
        .flatMap(opening -> read(opening, lines, words(arrival)))
        .map(reading -> reading.wrong() == null ? lines : reading.example());
  }
}

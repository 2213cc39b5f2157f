package org.caucus.coalition.mailcommands.headers;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.caucus.kernel.Message;
import org.caucus.kernel.Refusal;
import org.caucus.mail.reply.TypographyNormalizer;
import org.jspecify.annotations.Nullable;

/**
 * What lines ask, or why not: what is not understood refuses all of it.
 *
 * @param asks null if it is not understood
 * @param wrong what is wrong, without a word of the letter; null if all is well
 * @param example the same lines put right; empty if all is well
 */
public record HeaderReading<A>(
    @Nullable A asks, @Nullable Message wrong, List<CommandLine> example) {
  private static final String AGAIN = "reasons.again";

  /** A copy that nobody else can change. */
  public HeaderReading {
    example = List.copyOf(example);
  }

  /** The reason in which a letter's own lines stand, put right. */
  public static Message again(String lines) {
    return Message.of("reasons.again", "lines", lines);
  }

  /** Whether a reason has lines of the letter. */
  public static boolean isAgain(Message reason) {
    return reason.code().equals(AGAIN);
  }

  /** What is wrong, where something is. */
  public Message why() {
    return Objects.requireNonNull(wrong);
  }

  /** What is asked, if all of it is understood. */
  public Optional<A> understood() {
    return wrong == null ? Optional.ofNullable(asks) : Optional.empty();
  }

  /**
   * Reads lines that were found.
   *
   * @param most lines that are read
   */
  public static <A> HeaderReading<A> of(List<CommandLine> lines, int most, HeaderReader<A> reader) {
    List<CommandLine> example = new ArrayList<>();
    Message wrong =
        lines.size() > most ? Message.of("at-most-lines-are-read", "limit", most) : null;
    for (CommandLine line : lines.subList(0, Math.min(lines.size(), most))) {
      CommandLine typed = line.saying(TypographyNormalizer.plainly(line.value()));
      try {
        reader.take(line);
        example.add(line);
      } catch (Refusal no) {
        if (!typed.equals(line) && isTaken(typed, reader)) {
          example.add(typed);
          continue;
        }
        wrong = wrong == null ? no.message() : wrong;
        right(line, reader).ifPresent(example::add);
      }
    }
    return wrong == null
        ? new HeaderReading<>(reader.asks(), null, List.of())
        : new HeaderReading<>(null, wrong, example);
  }

  /** What an example has twice, or what no putting right helps, is left out of it. */
  private static Optional<CommandLine> right(CommandLine line, HeaderReader<?> reader) {
    CommandLine near = reader.named(line);
    CommandLine meant =
        near.equals(line)
            ? HeaderKeyNames.slip(line.key(), key -> isKnown(line.called(key), reader))
                .map(line::called)
                .orElse(line)
            : near;
    return !meant.equals(line) && isTaken(meant, reader)
        ? Optional.of(meant)
        : reader.right(meant).filter(put -> isTaken(put, reader));
  }

  /** Whether it is a line of this reader, or can be put right to be one. */
  private static boolean isKnown(CommandLine line, HeaderReader<?> reader) {
    return reader.right(line).isPresent();
  }

  private static boolean isTaken(CommandLine line, HeaderReader<?> reader) {
    try {
      reader.take(line);
      return true;
    } catch (Refusal no) {
      return false;
    }
  }
}

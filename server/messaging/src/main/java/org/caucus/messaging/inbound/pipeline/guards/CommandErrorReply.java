package org.caucus.messaging.inbound.pipeline.guards;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.Scope;
import org.caucus.coalition.access.Seat;
import org.caucus.coalition.capability.MessageTarget;
import org.caucus.coalition.mailcommands.headers.CommandLine;
import org.caucus.coalition.mailcommands.headers.HeaderReading;
import org.caucus.coalition.moderation.LetterCommand;
import org.caucus.coalition.moderation.LetterDecider;
import org.caucus.kernel.CommandContext;
import org.caucus.kernel.Event;
import org.caucus.kernel.Message;
import org.caucus.kernel.Refusal;
import org.caucus.messaging.inbound.pipeline.PipelineContext;
import org.caucus.messaging.inbound.pipeline.PipelineStep;
import org.caucus.messaging.inbound.pipeline.Verdict;
import org.caucus.messaging.inbound.pipeline.audience.AudienceWords;
import org.caucus.workspace.Workspace;

/**
 * What asks for something that is not understood, or cannot be done: it goes back to its author,
 * with its lines as they could be sent again.
 */
final class CommandErrorReply {
  /** Stands for what is made only when it is done. */
  private static final String UNDONE = "undone";

  /** Parts of a line that are tried one by one; more are one part. */
  private static final int MOST_PARTS = 20;

  private CommandErrorReply() {}

  /**
   * Ends the way of what asks wrongly.
   *
   * @param wrong why
   * @param right the same lines put right; none if that cannot be
   */
  static PipelineStep.Next refused(Message wrong, List<CommandLine> right) {
    String lines =
        Stream.concat(right.stream().filter(l -> !l.inSubject()), inSubject(right).stream())
            .map(l -> "    " + (l.key().isEmpty() ? "" : l.key() + ": ") + l.value())
            .collect(Collectors.joining("\n"));
    return new PipelineStep.End(
        new Verdict.Refuse(
            lines.isEmpty() ? List.of(wrong) : List.of(wrong, HeaderReading.again(lines))));
  }

  /** What stood in the subject is put right there. */
  private static Optional<CommandLine> inSubject(List<CommandLine> right) {
    String settings =
        right.stream()
            .filter(CommandLine::inSubject)
            .map(l -> l.key() + "=" + l.value())
            .collect(Collectors.joining("; "));
    return settings.isEmpty()
        ? Optional.empty()
        : Optional.of(new CommandLine("Subject", "… [" + settings + "]"));
  }

  /**
   * Ends the way of what was understood and cannot be done, if its lines are why: with those that
   * can be. Empty if all of it can be done, or it could not be without them either.
   *
   * @param reading the letter as it is with some of its lines; empty if they are not understood
   */
  static Optional<PipelineStep.Next> undoable(
      PipelineContext arrival,
      List<CommandLine> lines,
      Function<List<CommandLine>, Optional<PipelineContext>> reading) {
    Optional<Refusal> no =
        Optional.of(lines)
            .filter(l -> !l.isEmpty())
            .flatMap(reading)
            .flatMap(CommandErrorReply::no);
    Predicate<List<CommandLine>> isPossible =
        some -> reading.apply(some).filter(put -> no(put).isEmpty()).isPresent();
    if (no.isEmpty() || !isPossible.test(List.of())) {
      return Optional.empty();
    }
    List<CommandLine> possible = new ArrayList<>();
    for (CommandLine line : lines) {
      part(line, put -> isPossible.test(and(possible, put))).ifPresent(possible::add);
    }
    return Optional.of(refused(arrival, no.get().message(), possible));
  }

  private static List<CommandLine> and(List<CommandLine> lines, CommandLine more) {
    return Stream.concat(lines.stream(), Stream.of(more)).toList();
  }

  /** As much of a line as can be done: of several with commas between them some. */
  private static Optional<CommandLine> part(CommandLine line, Predicate<CommandLine> isPossible) {
    if (isPossible.test(line)) {
      return Optional.of(line);
    }
    String some = "";
    for (String one : line.value().split(",", MOST_PARTS)) {
      String more = some.isEmpty() ? one.strip() : some + ", " + one.strip();
      some = isPossible.test(line.saying(more)) ? more : some;
    }
    return some.isEmpty() ? Optional.empty() : Optional.of(line.saying(some));
  }

  /** Why it could not be done now; empty if it could, or that tells what its author cannot read. */
  static Optional<Refusal> no(PipelineContext arrival) {
    Workspace now = arrival.workspace();
    var act =
        new CommandContext(UNDONE, arrival.incoming().received(), arrival.seatId(), UNDONE, UNDONE);
    try {
      List<Event> unused =
          LetterDecider.decide(
              now,
              new LetterCommand.PostLetter(
                  Objects.requireNonNull(arrival.intent()),
                  arrival.incoming().letter().subject(),
                  arrival.text(),
                  arrival.incoming().kept(),
                  arrival.audience()),
              act);
      return Optional.empty();
    } catch (Refusal no) {
      return Optional.of(no);
    }
  }

  /**
   * The same, of a letter that asked for some readers besides: who sends it again asks again, or
   * for the nearest that may be asked for there. Without those nothing is shown: it would be for
   * all.
   */
  static PipelineStep.Next refused(
      PipelineContext arrival, Message wrong, List<CommandLine> right) {
    Audience readers = arrival.audience();
    if (readers == null) {
      return refused(wrong, right);
    }
    Seat seat = arrival.seat();
    MessageTarget intent = arrival.intent();
    Scope place =
        intent == null
            ? AudienceHeaderLine.place(arrival)
            : AudienceRequestCheck.place(arrival, intent);
    AudienceWords words = AudienceWords.of(arrival.workspace(), seat, place);
    Optional<String> said =
        seat == null || intent == null
            ? Optional.of(words.say(readers))
            : words.possible(readers, seat, place);
    return refused(
        wrong,
        said.map(
                one ->
                    Stream.concat(
                        Stream.of(new CommandLine(AudienceHeaderLine.KEY, one)), right.stream()))
            .map(Stream::toList)
            .orElse(List.of()));
  }
}

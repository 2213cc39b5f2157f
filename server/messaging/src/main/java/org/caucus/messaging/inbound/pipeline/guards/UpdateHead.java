package org.caucus.messaging.inbound.pipeline.guards;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.caucus.coalition.access.Role;
import org.caucus.coalition.access.Scope;
import org.caucus.coalition.access.Seat;
import org.caucus.coalition.mailcommands.headers.CommandLine;
import org.caucus.coalition.mailcommands.headers.HeaderBlock;
import org.caucus.coalition.mailcommands.headers.HeaderKeys;
import org.caucus.coalition.mailcommands.headers.HeaderReading;
import org.caucus.coalition.moderation.Hold;
import org.caucus.coalition.moderation.LetterReply;
import org.caucus.coalition.updates.Update;
import org.caucus.coalition.updates.mail.NewUpdate;
import org.caucus.coalition.updates.mail.UpdateLifecycleMailFields;
import org.caucus.coalition.updates.mail.UpdateLifecycleMailParser;
import org.caucus.coalition.updates.mail.UpdateMailFields;
import org.caucus.coalition.updates.mail.UpdateMailParser;
import org.caucus.kernel.Ref;
import org.caucus.mail.reply.ReplyText;
import org.caucus.messaging.inbound.pipeline.PipelineContext;
import org.caucus.messaging.inbound.pipeline.PipelineStep;
import org.caucus.messaging.inbound.pipeline.RefusalMessages;

/**
 * Reads what a company's letter asks of the update it becomes, or answers, by lines at its head.
 * All of it is done, or nothing is. What becomes of an update is its company's to say: anybody else
 * who begins with such a line is refused, whether they read it or not.
 */
public record UpdateHead() implements PipelineStep {
  @Override
  public Next take(PipelineContext arrival) {
    Seat seat = arrival.seat();
    return switch (arrival.intent()) {
      case NewUpdate i when seat != null -> drafts(arrival, i);
      case LetterReply i when seat != null && i.parent().kind() == Ref.Kind.UPDATE ->
          answers(arrival, seat, i);
      case null, default -> PipelineStep.on(arrival);
    };
  }

  /** What is to become of the update that is answered; else it is a comment. */
  private static Next answers(PipelineContext arrival, Seat seat, LetterReply i) {
    Update update = arrival.workspace().updates().find(i.parent().id()).orElseThrow();
    boolean speaks = seat.role() == Role.LIAISON && seat.organisation().equals(update.company());
    HeaderKeys keys = UpdateLifecycleMailParser.keys().and(AudienceHeaderLine.KEY);
    String own =
        UnmarkedQuotes.isFirst(arrival, arrival.text()) ? "" : ReplyText.of(arrival.text());
    HeaderBlock head = HeaderBlock.of(own, keys, UpdateLifecycleMailParser.MAX_LINES);
    List<CommandLine> lines = asked(arrival, head);
    if (!UpdateLifecycleMailParser.isAsked(lines)) {
      return speaks ? slipped(arrival, head, own) : PipelineStep.on(arrival);
    }
    if (!speaks) {
      return PipelineStep.refuse(RefusalMessages.OTHERS_COURSE);
    }
    if (arrival.audience() != null || lines.stream().anyMatch(AudienceHeaderLine::isReaders)) {
      return PipelineStep.refuse(RefusalMessages.COURSE_FOR_ALL);
    }
    String words = ReplyText.of(head.rest());
    Function<List<CommandLine>, HeaderReading<UpdateLifecycleMailFields>> reading =
        some -> UpdateLifecycleMailParser.read(some, arrival.incoming().received());
    HeaderReading<UpdateLifecycleMailFields> all = reading.apply(lines);
    UpdateLifecycleMailFields asks = all.asks();
    if (asks == null) {
      return CommandErrorReply.refused(RefusalMessages.asksCourseWrongly(all.why()), all.example());
    }
    return CommandErrorReply.undoable(
            arrival,
            lines,
            some ->
                some.isEmpty()
                    ? Optional.of(arrival)
                    : reading.apply(some).understood().map(a -> doing(arrival, i, a.saying(words))))
        .orElseGet(() -> PipelineStep.on(doing(arrival, i, asks.saying(words))));
  }

  /**
   * What becomes of an update is read by all who read that, whatever it answers; where fewer read
   * what it answers, its author is asked.
   */
  private static PipelineContext doing(
      PipelineContext arrival, LetterReply i, UpdateLifecycleMailFields asks) {
    Scope answered = arrival.readers();
    PipelineContext done =
        arrival.towards(new LetterReply(i.parent(), null, null, null, asks, null));
    return arrival.workspace().access().within(done.readers().audience(), answered)
        ? done
        : done.asking(Hold.Awaits.SENDER, RefusalMessages.NARROWER);
  }

  /** Those at the head, and those in the subject. */
  private static List<CommandLine> asked(PipelineContext arrival, HeaderBlock head) {
    return Stream.concat(
            head.lines().stream(),
            UpdateLifecycleMailParser.keys().named(SubjectAddition.settings(arrival)).stream())
        .toList();
  }

  /** A liaison's first line that is nearly such a word is no comment for all. */
  private static Next slipped(PipelineContext arrival, HeaderBlock head, String own) {
    if (!head.lines().isEmpty()) {
      List<CommandLine> right = new ArrayList<>(List.of(new CommandLine("Correct", "")));
      right.addAll(head.lines());
      return CommandErrorReply.refused(
          RefusalMessages.asksCourseWrongly(UpdateLifecycleMailParser.ONLY_CORRECT), right);
    }
    HeaderKeys slips =
        HeaderKeys.asWritten(key -> UpdateLifecycleMailParser.meant(key).isPresent());
    return HeaderBlock.of(own, slips, 0).lines().stream()
        .findFirst()
        .map(line -> line.called(UpdateLifecycleMailParser.meant(line.key()).orElseThrow()))
        .<Next>map(
            right ->
                CommandErrorReply.refused(
                    RefusalMessages.asksCourseWrongly(UpdateLifecycleMailParser.KNOWN),
                    List.of(right)))
        .orElseGet(() -> PipelineStep.on(arrival));
  }

  private static Next drafts(PipelineContext arrival, NewUpdate i) {
    String rest = ReplyText.unsigned(AudienceHeaderLine.of(arrival).rest());
    List<CommandLine> lines = AudienceHeaderLine.besides(arrival);
    HeaderReading<UpdateMailFields> reading = read(arrival, lines);
    UpdateMailFields all = reading.asks();
    if (all == null) {
      return CommandErrorReply.refused(
          arrival, RefusalMessages.asksUpdateWrongly(reading.why()), reading.example());
    }
    Function<UpdateMailFields, PipelineContext> drafting =
        asks ->
            asks.equals(UpdateMailFields.NOTHING)
                ? arrival.saying(rest)
                : arrival.saying(rest).towards(new NewUpdate(i.company(), asks));
    return CommandErrorReply.undoable(
            arrival, lines, some -> read(arrival, some).understood().map(drafting))
        .orElseGet(() -> PipelineStep.on(drafting.apply(all)));
  }

  private static HeaderReading<UpdateMailFields> read(
      PipelineContext arrival, List<CommandLine> lines) {
    return UpdateMailParser.read(lines, arrival.incoming().received());
  }

  /** The lines, put right where they are not understood. */
  static List<CommandLine> right(PipelineContext arrival, List<CommandLine> lines) {
    HeaderReading<UpdateMailFields> reading = read(arrival, lines);
    return reading.wrong() == null ? lines : reading.example();
  }
}

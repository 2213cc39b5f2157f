package org.caucus.messaging.inbound.pipeline.guards;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.caucus.coalition.access.Seat;
import org.caucus.coalition.capability.MessageTarget;
import org.caucus.coalition.mailcommands.AddressCommand;
import org.caucus.coalition.mailcommands.headers.CommandLine;
import org.caucus.coalition.mailcommands.headers.HeaderReading;
import org.caucus.coalition.mailcommands.replies.ActionReply;
import org.caucus.coalition.mailcommands.suggestions.ChoiceParser;
import org.caucus.coalition.moderation.LetterReply;
import org.caucus.coalition.trackers.Issue;
import org.caucus.coalition.trackers.Tracker;
import org.caucus.coalition.trackers.fields.ChecklistItem;
import org.caucus.coalition.trackers.fields.IssuePatch;
import org.caucus.coalition.trackers.fields.IssueState;
import org.caucus.coalition.trackers.mail.ChecklistLines;
import org.caucus.coalition.trackers.mail.IssueMailFields;
import org.caucus.coalition.trackers.mail.IssueMailParser;
import org.caucus.coalition.trackers.mail.NewIssue;
import org.caucus.kernel.Message;
import org.caucus.kernel.Ref;
import org.caucus.mail.reply.ReplyText;
import org.caucus.messaging.inbound.pipeline.PipelineContext;
import org.caucus.messaging.inbound.pipeline.PipelineStep;
import org.caucus.messaging.inbound.pipeline.RefusalMessages;
import org.caucus.workspace.Workspace;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a letter asks of an issue: by lines at its head, by brackets at the end of its
 * subject, by a verb in its address. All of it is done, or nothing is posted. An answer has a head
 * if its first line is an order: much that people say begins with a word and a colon.
 */
public record IssueLines() implements PipelineStep {
  @Override
  public Next take(PipelineContext arrival) {
    Set<AddressCommand> verbs = arrival.to().verbs();
    Seat seat = arrival.seat();
    if (arrival.intent() instanceof LetterReply i && i.parent().kind() == Ref.Kind.ACTION) {
      return PipelineStep.on(arrival); // what is asked of actions is read by ActionHead
    }
    if (seat != null && verbs.stream().anyMatch(AddressCommand::isOfActions)) {
      return PipelineStep.refuse(RefusalMessages.VERB_NOT_HERE);
    }
    return switch (arrival.intent()) {
      case NewIssue i when seat != null -> opens(arrival, seat, i, verbs);
      case LetterReply i when seat != null && i.parent().kind() == Ref.Kind.ISSUE ->
          answers(arrival, seat, i, verbs);
      case null, default ->
          !verbs.isEmpty() && seat != null
              ? PipelineStep.refuse(RefusalMessages.VERB_NOT_HERE)
              : PipelineStep.on(arrival);
    };
  }

  private static Next opens(
      PipelineContext arrival, Seat seat, NewIssue i, Set<AddressCommand> verbs) {
    if (verbs.stream().anyMatch(AddressCommand::isState)) {
      return PipelineStep.refuse(RefusalMessages.ANSWERS_NO_ISSUE);
    }
    Tracker tracker = arrival.workspace().issues().tracker(i.tracker()).orElseThrow();
    String rest = AudienceHeaderLine.of(arrival).rest();
    List<CommandLine> lines = asked(arrival, tracker, AudienceHeaderLine.besides(arrival));
    List<ChecklistItem> checks = ChecklistLines.in(rest);
    HeaderReading<IssueMailFields> reading = read(arrival, seat, tracker, null, lines);
    IssueMailFields asks = reading.asks();
    if (asks == null) {
      return CommandErrorReply.refused(
          arrival, RefusalMessages.asksWrongly(reading.why()), withoutState(reading.example()));
    }
    if (asks.state() != null) {
      return CommandErrorReply.refused(arrival, RefusalMessages.NO_STATE_YET, withoutState(lines));
    }
    PipelineContext opening = arrival.saying(ChecklistLines.without(ReplyText.unsigned(rest)));
    return done(
        opening,
        lines,
        some -> read(arrival, seat, tracker, null, some),
        said -> {
          IssueMailFields all = asked(said, verbs).checking(checks, List.of(), List.of());
          return all.equals(IssueMailFields.NOTHING) ? i : new NewIssue(i.tracker(), all);
        });
  }

  /** All of it is done, or what of it could be is shown. */
  private static Next done(
      PipelineContext arrival,
      List<CommandLine> lines,
      Function<List<CommandLine>, HeaderReading<IssueMailFields>> reading,
      Function<IssueMailFields, MessageTarget> aim) {
    Function<List<CommandLine>, Optional<PipelineContext>> doing =
        some -> reading.apply(some).understood().map(asks -> arrival.towards(aim.apply(asks)));
    return CommandErrorReply.undoable(arrival, lines, doing)
        .orElseGet(() -> PipelineStep.on(doing.apply(lines).orElseThrow()));
  }

  private static Next answers(
      PipelineContext arrival, Seat seat, LetterReply i, Set<AddressCommand> verbs) {
    Issue issue = arrival.workspace().issues().find(i.parent().id()).orElseThrow();
    Tracker tracker = arrival.workspace().issues().tracker(issue.tracker()).orElseThrow();
    AnswerHead headed =
        verbs.isEmpty() ? acting(arrival, i, issue, tracker) : headed(arrival, tracker);
    List<CommandLine> lines = asked(arrival, tracker, headed.lines());
    HeaderReading<IssueMailFields> reading = read(arrival, seat, tracker, issue.state(), lines);
    IssueMailFields said = reading.asks();
    if (said == null) {
      return CommandErrorReply.refused(
          arrival, RefusalMessages.asksWrongly(reading.why()), reading.example());
    }
    IssueState to = said.state();
    if (verbs.stream().filter(AddressCommand::isState).count() + (to == null ? 0 : 1) > 1) {
      return PipelineStep.refuse(RefusalMessages.TWO_STATES);
    }
    List<ChecklistItem> now = issue.facets().checklist();
    String own = UnmarkedQuotes.without(arrival, arrival.text(), line -> false);
    if (ChecklistLines.areTooMany(own, now)) {
      return PipelineStep.refuse(IssuePatch.TOO_MANY_CHECKS);
    }
    List<ChecklistItem> written = ChecklistLines.ticking(own);
    List<ChecklistItem> added = ChecklistLines.added(own);
    List<ChecklistItem> gone = ChecklistLines.takenOff(own);
    List<ChecklistItem> checks = ChecklistLines.areAsked(written, now) ? written : List.of();
    if (!ChecklistLines.fit(now, checks) || !ChecklistLines.are(now, gone)) {
      Message why =
          ChecklistLines.fit(now, checks) ? ChecklistLines.NO_LINE_OFF : ChecklistLines.NO_LINE;
      return CommandErrorReply.refused(
          arrival, RefusalMessages.asksWrongly(why), ticked(lines, now, checks, gone));
    }
    return done(
        SubjectAddition.asked(arrival).saying(headed.rest()),
        lines,
        some -> read(arrival, seat, tracker, issue.state(), some),
        some -> {
          IssueMailFields asks = asked(some, verbs).checking(checks, added, gone);
          return asks.equals(IssueMailFields.NOTHING)
              ? i
              : new LetterReply(i.parent(), i.answers(), asks);
        });
  }

  /** An answer of one line that acts is such a line at its head; a machine's acts never. */
  private static AnswerHead acting(
      PipelineContext arrival, LetterReply i, Issue issue, Tracker tracker) {
    return ActionReply.of(i.parent(), arrival.text())
        .filter(act -> !arrival.isLikeMachines() && inSubject(arrival).isEmpty())
        .map(act -> act.line(i.parent(), issue.state().closed() ? "open" : called(issue)))
        .map(line -> new AnswerHead(List.of(line), arrival.text()))
        .orElseGet(() -> headed(arrival, tracker));
  }

  /** What is open stays in its state. */
  private static String called(Issue issue) {
    return ChoiceParser.word(issue.state());
  }

  private static AnswerHead headed(PipelineContext arrival, Tracker tracker) {
    return AnswerHead.of(arrival, IssueMailParser.keys(tracker), IssueMailParser::isOrder);
  }

  /** The lines as they stand, and those of a checklist as they may have been meant. */
  private static List<CommandLine> ticked(
      List<CommandLine> lines,
      List<ChecklistItem> now,
      List<ChecklistItem> checks,
      List<ChecklistItem> gone) {
    return Stream.of(
            lines.stream(),
            ChecklistLines.meant(now, checks).stream()
                .map(c -> new CommandLine("", ChecklistLines.written(c))),
            ChecklistLines.meant(now, gone).stream()
                .map(c -> new CommandLine("", ChecklistLines.takingOff(c))))
        .flatMap(some -> some)
        .toList();
  }

  private static IssueMailFields asked(IssueMailFields asks, Set<AddressCommand> verbs) {
    IssueMailFields all = asks;
    for (AddressCommand verb : verbs) {
      all = verb.on(all);
    }
    return all;
  }

  private static HeaderReading<IssueMailFields> read(
      PipelineContext arrival,
      Seat seat,
      Tracker tracker,
      @Nullable IssueState standing,
      List<CommandLine> lines) {
    Workspace now = arrival.workspace();
    ZoneId zone = now.lists().habits().now(seat.id()).zone();
    LocalDate today = LocalDate.ofInstant(arrival.incoming().received(), zone);
    return new IssueMailParser(
            now.members(), now.access(), seat, arrival.readers(), tracker, today, standing)
        .read(lines);
  }

  private static List<CommandLine> inSubject(PipelineContext arrival) {
    return SubjectAddition.settings(arrival);
  }

  /** An issue that is opened begins where its tracker says. */
  private static List<CommandLine> withoutState(List<CommandLine> lines) {
    return lines.stream().filter(line -> !line.name().equals("state")).toList();
  }

  /** Those at the head, and those in the subject. */
  private static List<CommandLine> asked(
      PipelineContext arrival, Tracker tracker, List<CommandLine> head) {
    List<CommandLine> inSubject = IssueMailParser.keys(tracker).named(inSubject(arrival));
    return Stream.concat(head.stream(), inSubject.stream()).toList();
  }

  /** What opens an issue with these lines, put right where it is not understood. */
  static List<CommandLine> right(PipelineContext arrival, Seat seat, List<CommandLine> head) {
    String key = arrival.to().thing().id();
    Tracker tracker = arrival.workspace().issues().tracker(key).orElseThrow();
    List<CommandLine> lines = asked(arrival, tracker, head);
    PipelineContext opening = arrival.towards(new NewIssue(key));
    HeaderReading<IssueMailFields> reading = read(opening, seat, tracker, null, lines);
    return withoutState(reading.wrong() == null ? lines : reading.example());
  }
}

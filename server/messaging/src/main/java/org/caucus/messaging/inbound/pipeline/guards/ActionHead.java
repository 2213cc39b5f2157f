package org.caucus.messaging.inbound.pipeline.guards;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.Role;
import org.caucus.coalition.access.Scope;
import org.caucus.coalition.access.Seat;
import org.caucus.coalition.access.mentions.NamedPeople;
import org.caucus.coalition.actions.Action;
import org.caucus.coalition.actions.Actions;
import org.caucus.coalition.actions.mail.ActionMailFields;
import org.caucus.coalition.actions.mail.ActionMailParser;
import org.caucus.coalition.actions.mail.NewAction;
import org.caucus.coalition.lists.subscriptions.PersonalMailSettings;
import org.caucus.coalition.mailcommands.AddressCommand;
import org.caucus.coalition.mailcommands.headers.CommandLine;
import org.caucus.coalition.mailcommands.headers.HeaderReading;
import org.caucus.coalition.mailcommands.replies.ActionReply;
import org.caucus.coalition.mailcommands.suggestions.ChoiceParser;
import org.caucus.coalition.moderation.Hold;
import org.caucus.coalition.moderation.LetterReply;
import org.caucus.kernel.Ref;
import org.caucus.mail.reply.ReplyText;
import org.caucus.messaging.inbound.pipeline.PipelineContext;
import org.caucus.messaging.inbound.pipeline.PipelineStep;
import org.caucus.messaging.inbound.pipeline.RefusalMessages;
import org.caucus.messaging.inbound.pipeline.audience.AudienceWords;
import org.caucus.workspace.Workspace;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a letter asks of the action it becomes, or answers, by lines at its head, by brackets
 * at the end of the subject of an answer and a verb in its address. All of it is done, or nothing
 * is. One that plans must say who reads it: the address does not, and a plan that reached a company
 * by a forgotten line could not be taken back.
 */
public record ActionHead() implements PipelineStep {
  @Override
  public Next take(PipelineContext arrival) {
    Seat seat = arrival.seat();
    return switch (arrival.intent()) {
      case NewAction i when seat != null -> plans(arrival, seat);
      case LetterReply i when seat != null && i.parent().kind() == Ref.Kind.ACTION ->
          answers(arrival, seat, i);
      case null, default -> PipelineStep.on(arrival);
    };
  }

  /** Lines at its head, brackets at the end of its subject, and a verb in its address. */
  private static Next answers(PipelineContext arrival, Seat seat, LetterReply i) {
    Set<AddressCommand> verbs = arrival.to().verbs();
    boolean isDone = verbs.contains(AddressCommand.DONE);
    if (verbs.contains(AddressCommand.QUIET) || verbs.contains(AddressCommand.FORWARDED)) {
      return PipelineStep.refuse(RefusalMessages.VERB_NOT_HERE);
    }
    if (verbs.stream().filter(AddressCommand::isOfActions).count() > 1) {
      return PipelineStep.refuse(RefusalMessages.TWO_STATES);
    }
    List<CommandLine> settings =
        ActionMailParser.settings().named(SubjectAddition.settings(arrival));
    Action action = arrival.workspace().actions().find(i.parent().id()).orElseThrow();
    AnswerHead head =
        AnswerHead.of(
            arrival,
            ActionMailParser.answering(verbs.contains(AddressCommand.AGENCY)),
            ActionMailParser::isOrder);
    if (verbs.isEmpty()
        && settings.isEmpty()
        && head.lines().isEmpty()
        && !arrival.isLikeMachines()) {
      String open =
          ChoiceParser.word(action.state().over() ? Action.State.PLANNED : action.state());
      settings =
          ActionReply.of(i.parent(), arrival.text()).stream()
              .map(act -> act.line(i.parent(), open))
              .toList();
    }
    List<CommandLine> lines = Stream.concat(head.lines().stream(), settings.stream()).toList();
    HeaderReading<ActionMailFields> reading =
        read(arrival, seat, action.scope(), action.state(), lines);
    ActionMailFields all = reading.asks();
    if (all == null) {
      return CommandErrorReply.refused(
          arrival, RefusalMessages.asksActionWrongly(reading.why()), reading.example());
    }
    if (isDone && all.state() != null) {
      return PipelineStep.refuse(RefusalMessages.TWO_STATES);
    }
    if (all.agency() != null && !verbs.contains(AddressCommand.AGENCY)) {
      return PipelineStep.refuse(RefusalMessages.ONLY_OF_AGENCY);
    }
    if (all.isReplacing() && !verbs.contains(AddressCommand.AGENDA)) {
      return PipelineStep.refuse(RefusalMessages.ONLY_OF_AGENDA);
    }
    PipelineContext answer = SubjectAddition.asked(arrival).saying(head.rest());
    return CommandErrorReply.undoable(
            answer,
            lines,
            some ->
                read(arrival, seat, action.scope(), action.state(), some)
                    .understood()
                    .map(asks -> changing(answer, i, asks, verbs)))
        .orElseGet(() -> PipelineStep.on(changing(answer, i, all, verbs)));
  }

  private static PipelineContext changing(
      PipelineContext arrival, LetterReply i, ActionMailFields said, Set<AddressCommand> verbs) {
    boolean isDone = verbs.contains(AddressCommand.DONE);
    ActionMailFields asks = said.with(isDone ? Action.State.DONE : said.state(), words(verbs));
    if (asks.equals(ActionMailFields.NOTHING)) {
      return arrival;
    }
    PipelineContext changed = arrival.towards(new LetterReply(i.parent(), i.answers(), null, asks));
    boolean opens = asks.embargo() != null && asks.embargo().until() != null;
    // as in the browser, where it takes a fresh proof: here the question is mailed to its author
    return opens ? changed.asking(Hold.Awaits.SENDER, RefusalMessages.OPENS) : changed;
  }

  /** What the words are, by the verb in the address. */
  private static ActionMailFields.Words words(Set<AddressCommand> verbs) {
    return verbs.stream()
        .filter(AddressCommand::isOfActions)
        .findFirst()
        .map(
            v ->
                switch (v) {
                  case MINUTES -> ActionMailFields.Words.MINUTES;
                  case AGENDA -> ActionMailFields.Words.AGENDA;
                  case AGENCY -> ActionMailFields.Words.AGENCY;
                  case DONE, QUIET, FORWARDED -> ActionMailFields.Words.COMMENT;
                })
        .orElse(ActionMailFields.Words.COMMENT);
  }

  private static Next plans(PipelineContext arrival, Seat seat) {
    if (seat.role() == Role.OBSERVER) {
      return PipelineStep.refuse(RefusalMessages.OBSERVERS_PLAN_NOTHING);
    }
    if (arrival.workspace().letters().moderation().isModerated(seat.id())) {
      return PipelineStep.refuse(RefusalMessages.PLANNED_UNREAD);
    }
    List<CommandLine> written = AudienceHeaderLine.besides(arrival);
    boolean open = waits(written) && !(arrival.audience() instanceof Audience.Named);
    PipelineContext meant = open ? alone(arrival, seat) : meant(arrival, seat);
    List<CommandLine> lines = open ? opening(arrival, written) : written;
    HeaderReading<ActionMailFields> reading = read(arrival, seat, meant.readers(), null, lines);
    if (open) {
      List<CommandLine> right = reading.wrong() == null ? lines : reading.example();
      return CommandErrorReply.refused(meant, RefusalMessages.NAME_WHO_KNOWS, right);
    }
    ActionMailFields all = reading.asks();
    if (all == null) {
      return CommandErrorReply.refused(
          meant, RefusalMessages.asksActionWrongly(reading.why()), reading.example());
    }
    if (arrival.audience() == null) {
      return CommandErrorReply.refused(meant, RefusalMessages.SAY_AUDIENCE, written);
    }
    PipelineContext planned =
        arrival.saying(ReplyText.unsigned(AudienceHeaderLine.of(arrival).rest()));
    return CommandErrorReply.undoable(
            planned,
            written,
            some ->
                read(arrival, seat, meant.readers(), null, some)
                    .understood()
                    .map(asks -> planned.towards(new NewAction(asks))))
        .orElseGet(() -> PipelineStep.on(planned.towards(new NewAction(all))));
  }

  /** Whether others are to learn of it later. */
  private static boolean waits(List<CommandLine> lines) {
    return lines.stream()
        .anyMatch(l -> isEmbargo(l) && !l.value().equalsIgnoreCase(ActionMailParser.NONE));
  }

  private static boolean isEmbargo(CommandLine line) {
    return line.key().equalsIgnoreCase("embargo");
  }

  /** For an example: nobody is named, so nobody else knows of it. */
  private static PipelineContext alone(PipelineContext arrival, Seat seat) {
    return arrival.narrowed(Audience.named(List.of(seat.id())), arrival.text());
  }

  /** Those who were to read it at once may have been meant to read it later. */
  private static List<CommandLine> opening(PipelineContext arrival, List<CommandLine> lines) {
    Audience asked = arrival.audience();
    if (asked == null) {
      return lines;
    }
    String to = new AudienceWords(arrival.workspace(), null).say(asked);
    return lines.stream()
        .map(l -> isEmbargo(l) && l.value().indexOf(',') < 0 ? l.saying(l.value() + ", " + to) : l)
        .toList();
  }

  /** With the readers that it may ask for which are nearest to those it asks for. */
  private static PipelineContext meant(PipelineContext arrival, Seat seat) {
    Audience asked = arrival.audience();
    AudienceWords words = AudienceWords.of(arrival.workspace(), seat, Actions.AGENDA);
    return (asked == null
            ? words.put("", seat, Actions.AGENDA)
            : words.possible(asked, seat, Actions.AGENDA))
        .flatMap(words::read)
        .map(readers -> arrival.narrowed(readers, arrival.text()))
        .orElse(arrival);
  }

  /** What plans an action with these lines, put right where it is not understood. */
  static List<CommandLine> right(PipelineContext arrival, Seat seat, List<CommandLine> lines) {
    Scope readers = arrival.towards(new NewAction(null)).readers();
    HeaderReading<ActionMailFields> reading = read(arrival, seat, readers, null, lines);
    return reading.wrong() == null ? lines : reading.example();
  }

  /** Who may learn of an action later: those who read it now, and others. */
  private record Later(Workspace now, Seat seat, Scope readers) implements ActionMailParser.Later {
    @Override
    public Optional<Audience> of(String words) {
      return AudienceWords.of(now, seat, Actions.AGENDA).read(words);
    }

    @Override
    public Optional<String> meant(String words) {
      AudienceWords all = AudienceWords.of(now, seat, Actions.AGENDA);
      Audience before = readers.audience();
      return all.put(
          words,
          to ->
              !to.equals(before)
                  && all.isOpen(to, seat, Actions.AGENDA)
                  && now.access().within(before, Scope.place(to)));
    }
  }

  private static HeaderReading<ActionMailFields> read(
      PipelineContext arrival,
      Seat seat,
      Scope readers,
      Action.@Nullable State standing,
      List<CommandLine> lines) {
    Workspace now = arrival.workspace();
    return new ActionMailParser(
            now.members(),
            new NamedPeople(seat, now.access().readers(readers)),
            new Later(now, seat, readers),
            readers,
            zone(now.lists().habits().now(seat.id())),
            arrival.incoming().received(),
            standing)
        .read(lines);
  }

  /**
   * The zone that somebody chose; null if they did not: an hour would be another than they mean.
   */
  private static @Nullable ZoneId zone(PersonalMailSettings personal) {
    return personal.zone().equals(PersonalMailSettings.USUAL.zone()) ? null : personal.zone();
  }
}

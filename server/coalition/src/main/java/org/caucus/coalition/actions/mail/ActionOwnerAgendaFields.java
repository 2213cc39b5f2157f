package org.caucus.coalition.actions.mail;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.caucus.coalition.access.mentions.NamedPeople;
import org.caucus.coalition.actions.ActionDetailFields;
import org.caucus.coalition.actions.ActionDetailRules;
import org.caucus.coalition.actions.ActionDetails;
import org.caucus.coalition.mailcommands.headers.CommandLine;
import org.caucus.coalition.mailcommands.suggestions.ChoiceParser;
import org.caucus.kernel.Message;
import org.caucus.kernel.Ref;
import org.caucus.kernel.Refusal;
import org.caucus.kernel.SeatId;
import org.jspecify.annotations.Nullable;

/**
 * What lines say of who sees to an action, of its agenda, of what it is about, and of what an
 * agency gave and answered.
 */
final class ActionOwnerAgendaFields {
  /** What they are of. */
  static final Set<String> KEYS = Set.of("owner", "agenda", "about", "receipt", "on", "more");

  /** Between the points of an agenda in one line. */
  private static final String POINTS = ";";

  private static final String YES = "yes";

  /** What is said of an agenda in the brackets of a subject: its words stand in the letter. */
  private static final String REPLACE = "replace";

  private final NamedPeople called;
  @Nullable SeatId owner;
  String agenda = "";
  String receipt = "";
  final List<Ref> about = new ArrayList<>();
  private @Nullable LocalDate on;
  private boolean more;
  boolean replaces;
  private @Nullable LocalDate due;

  ActionOwnerAgendaFields(NamedPeople called) {
    this.called = called;
  }

  /** The lines that say this of details. */
  static List<CommandLine> of(ActionDetails details) {
    List<CommandLine> lines = new ArrayList<>();
    put(lines, "Agenda", details.agenda().replace("\n", POINTS + " "));
    put(lines, "Receipt", details.receipt());
    put(lines, "About", details.links().stream().map(Ref::id).collect(Collectors.joining(", ")));
    put(lines, "Strategy", words(details.strategies()));
    put(lines, "Remind", words(details.reminders()));
    put(lines, "Channel", details.channel());
    put(lines, "Reply-due", Objects.toString(details.replyDue(), ""));
    return lines;
  }

  private static <E extends Enum<E>> String words(List<E> those) {
    return those.stream().map(ChoiceParser::word).collect(Collectors.joining(", "));
  }

  static void put(List<CommandLine> lines, String key, String value) {
    if (!value.isEmpty()) {
      lines.add(new CommandLine(key, value));
    }
  }

  /** When an agency answered, and whether more is to come; null if nothing of that is said. */
  ActionMailFields.@Nullable Agency agency() {
    return on == null && !more ? null : new ActionMailFields.Agency(on, more, due);
  }

  void take(CommandLine line) {
    String value = line.value().strip();
    switch (line.name()) {
      case "owner" -> owner = owner(value);
      case "agenda" -> agenda(value, line.inSubject());
      case "receipt" ->
          receipt = ActionMailParser.within("Receipt", value, ActionDetailRules.MAX_RECEIPT_CHARS);
      case "about" -> about.addAll(about(value));
      case "on" -> on = ActionDetailFields.day("On", value);
      default -> {
        due = value.equalsIgnoreCase(YES) ? null : ActionDetailFields.day("More", value);
        more = true;
      }
    }
  }

  private void agenda(String value, boolean inSubject) {
    if (inSubject && !value.equalsIgnoreCase(REPLACE)) {
      throw Refusal.invalid("agenda", Message.of("an-agenda-stands-in-the-text"));
    }
    replaces = inSubject;
    agenda =
        inSubject
            ? ""
            : ActionMailParser.within(
                "Agenda",
                Arrays.stream(value.split(POINTS))
                    .map(String::strip)
                    .filter(point -> !point.isEmpty())
                    .collect(Collectors.joining("\n")),
                ActionDetailRules.MAX_AGENDA_CHARS);
  }

  private SeatId owner(String name) {
    List<SeatId> one = called.all(name);
    if (one.size() != 1) {
      throw Refusal.invalid("Owner", Message.of("an-action-has-one-owner-name"));
    }
    return one.getFirst();
  }

  private static Stream<String> names(String value) {
    return Arrays.stream(value.split("[, ]+", ActionDetailRules.MAX_LINKS + 2))
        .filter(name -> !name.isBlank())
        .distinct();
  }

  private static List<Ref> about(String value) {
    List<Ref> all =
        names(value)
            .map(
                name ->
                    Ref.named(name)
                        .orElseThrow(
                            () ->
                                Refusal.invalid(
                                    "About", Message.of("about-names-labels-of-issues-such"))))
            .toList();
    if (all.size() > ActionDetailRules.MAX_LINKS) {
      throw Refusal.invalid(
          "About",
          Message.of("at-most-things-are-named-behind", "limit", ActionDetailRules.MAX_LINKS));
    }
    return all;
  }

  /** The line as it may have been meant; empty for one that cannot be. */
  Optional<String> right(CommandLine line, DateTimeSuggestion moments) {
    String value = line.value().strip();
    return switch (line.name()) {
      case "owner" -> Optional.of(called.meant(value)).filter(name -> name.indexOf(',') < 0);
      case "agenda" ->
          line.inSubject()
              ? Optional.of(REPLACE)
              : ActionFieldSuggestions.start(value, ActionDetailRules.MAX_AGENDA_CHARS);
      case "receipt" -> ActionFieldSuggestions.start(value, ActionDetailRules.MAX_RECEIPT_CHARS);
      case "about" -> {
        String known =
            names(value)
                .filter(name -> Ref.named(name).isPresent())
                .limit(ActionDetailRules.MAX_LINKS)
                .collect(Collectors.joining(", "));
        yield Optional.of(known).filter(some -> !some.isEmpty());
      }
      case "on", "more" -> Optional.of(moments.day(value).toString());
      default -> Optional.empty();
    };
  }
}

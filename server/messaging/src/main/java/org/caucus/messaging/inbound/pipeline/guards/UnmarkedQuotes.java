package org.caucus.messaging.inbound.pipeline.guards;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.caucus.coalition.access.Members;
import org.caucus.coalition.access.Organisation;
import org.caucus.coalition.access.Seat;
import org.caucus.coalition.actions.Action;
import org.caucus.coalition.entries.Entry;
import org.caucus.coalition.moderation.MessageTarget;
import org.caucus.coalition.trackers.Issue;
import org.caucus.coalition.trackers.Tracker;
import org.caucus.coalition.trackers.fields.Citation;
import org.caucus.coalition.trackers.fields.CustomField;
import org.caucus.coalition.trackers.fields.CustomFieldValue;
import org.caucus.coalition.trackers.fields.TrackerConfig;
import org.caucus.coalition.trackers.mail.ChecklistLines;
import org.caucus.coalition.updates.Update;
import org.caucus.kernel.Ref;
import org.caucus.mail.reply.ReplyText;
import org.caucus.mail.reply.VisibleLine;
import org.caucus.messaging.inbound.pipeline.PipelineContext;
import org.caucus.workspace.Workspace;

/**
 * Lines of what a letter answers that came back with it, and that its program did not mark as
 * quoted. They are others' words, and order nothing (DESIGN A2). A letter of one line is its
 * author's, no matter who said the same before.
 */
final class UnmarkedQuotes {
  private static final String COLONS = ":\uff1a\ufe55\ufe13\u2236\ua789";

  private UnmarkedQuotes() {}

  /**
   * The words without such lines. A line of a checklist is written as it stands there by the person
   * who ticks it, so it is returned only where others stand around it.
   *
   * @param stays of lines that are never left out, no matter who wrote them first: what asks for
   *     fewer readers must not be overlooked
   */
  static String without(PipelineContext arrival, String words, Predicate<String> stays) {
    List<String> own = own(words);
    if (own.size() < 2 || !(arrival.intent() instanceof MessageTarget.Answer answer)) {
      return words;
    }
    Predicate<String> theirs = theirs(arrival, answer);
    if (own.stream().noneMatch(theirs)) {
      return words;
    }
    List<String> lines = words.lines().toList();
    List<String> shown = lines.stream().map(VisibleLine::line).toList();
    return IntStream.range(0, lines.size())
        .filter(i -> stays.test(shown.get(i)) || !isReturned(shown, i, theirs))
        .mapToObj(lines::get)
        .collect(Collectors.joining("\n"));
  }

  private static boolean isReturned(List<String> shown, int at, Predicate<String> theirs) {
    if (!theirs.test(shown.get(at))) {
      return false;
    }
    return ChecklistLines.in(shown.get(at)).isEmpty()
        || Stream.of(at - 1, at + 1)
            .filter(i -> i >= 0 && i < shown.size())
            .map(shown::get)
            .anyMatch(line -> theirs.test(line) && ChecklistLines.in(line).isEmpty());
  }

  /** Whether the first line of a letter is one of them. */
  static boolean isFirst(PipelineContext arrival, String words) {
    List<String> own = own(words);
    return own.size() > 1
        && arrival.intent() instanceof MessageTarget.Answer answer
        && theirs(arrival, answer).test(own.getFirst());
  }

  private static List<String> own(String words) {
    return ReplyText.lines(words).stream().filter(line -> !line.isEmpty()).toList();
  }

  /** Notices say in their first line who did what, and where. */
  private static Predicate<String> named(Workspace now, Ref thing) {
    Members members = now.members();
    List<String> names =
        Stream.of(
                members.seats().values().stream().map(Seat::name),
                members.organisations().values().stream().map(Organisation::name),
                Stream.of(members.name()),
                FormerTitles.of(now, thing),
                tracker(now, thing).map(Tracker::name).stream())
            .flatMap(some -> some)
            .filter(name -> name.chars().anyMatch(c -> COLONS.indexOf(c) >= 0))
            .map(VisibleLine::line)
            .toList();
    return line -> names.stream().anyMatch(line::startsWith);
  }

  private static Predicate<String> theirs(PipelineContext arrival, MessageTarget.Answer answer) {
    Workspace now = arrival.workspace();
    Stream<String> said =
        answer.answers() == null
            ? Stream.of()
            : now.entries().find(answer.answers()).map(Entry::text).stream();
    Set<String> lines =
        Stream.concat(said, texts(now, answer.parent()))
            .flatMap(String::lines)
            .map(VisibleLine::line)
            .filter(line -> !line.isEmpty())
            .collect(Collectors.toCollection(HashSet::new));
    return named(now, answer.parent()).or(lines::contains);
  }

  private static Stream<String> texts(Workspace now, Ref thing) {
    return switch (thing.kind()) {
      case ISSUE ->
          Stream.concat(
              now.issues().find(thing.id()).stream().flatMap(UnmarkedQuotes::of),
              tracker(now, thing).stream().flatMap(UnmarkedQuotes::of));
      case UPDATE -> now.updates().find(thing.id()).stream().flatMap(UnmarkedQuotes::of);
      case ACTION -> now.actions().find(thing.id()).stream().flatMap(UnmarkedQuotes::of);
      default -> Stream.of();
    };
  }

  private static Stream<String> of(Issue issue) {
    Citation cited = issue.facets().citation();
    return Stream.of(
            Stream.of(issue.title(), issue.description(), issue.provision()),
            issue.facets().labels().stream(),
            issue.facets().own().stream().map(CustomFieldValue::value),
            Stream.ofNullable(cited)
                .flatMap(c -> Stream.of(c.document(), c.part(), c.number(), c.quote())))
        .flatMap(some -> some);
  }

  /** What those who arrange it chose. */
  private static Stream<String> of(Tracker tracker) {
    TrackerConfig chosen = tracker.arrangement();
    return Stream.of(
            chosen.names().stream().map(TrackerConfig.StateName::name),
            chosen.fields().stream().map(CustomField::name),
            chosen.fields().stream().flatMap(field -> field.choices().stream()))
        .flatMap(some -> some);
  }

  private static Optional<Tracker> tracker(Workspace now, Ref thing) {
    return thing.kind() == Ref.Kind.ISSUE
        ? now.issues().find(thing.id()).flatMap(issue -> now.issues().tracker(issue.tracker()))
        : Optional.empty();
  }

  private static Stream<String> of(Update update) {
    return Stream.of(update.title(), update.body());
  }

  private static Stream<String> of(Action action) {
    return Stream.of(action.title(), action.description(), action.place(), action.outcome());
  }
}

package org.caucus.messaging.inbound.pipeline.guards;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.caucus.coalition.access.Item;
import org.caucus.coalition.access.Members;
import org.caucus.coalition.access.Organisation;
import org.caucus.coalition.access.SearchText;
import org.caucus.coalition.access.Seat;
import org.caucus.coalition.actions.Action;
import org.caucus.coalition.actions.ActionAttendance;
import org.caucus.coalition.actions.ActionDetails;
import org.caucus.coalition.actions.Commitment;
import org.caucus.coalition.actions.Rsvp;
import org.caucus.coalition.lists.MailingList;
import org.caucus.coalition.moderation.LetterReply;
import org.caucus.coalition.revisions.Revisions;
import org.caucus.coalition.trackers.Issue;
import org.caucus.coalition.trackers.Tracker;
import org.caucus.coalition.trackers.fields.ChecklistItem;
import org.caucus.coalition.trackers.fields.Citation;
import org.caucus.coalition.trackers.fields.CustomField;
import org.caucus.coalition.trackers.fields.CustomFieldValue;
import org.caucus.coalition.trackers.fields.TrackerConfig;
import org.caucus.coalition.trackers.mail.ChecklistLines;
import org.caucus.coalition.updates.Update;
import org.caucus.coalition.updates.UpdateLifecycle;
import org.caucus.kernel.Ref;
import org.caucus.mail.message.markdown.PageLines;
import org.caucus.mail.reply.RenderedLine;
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
   * who ticks it, so it is returned only where others stand around it, or it is on no checklist.
   *
   * @param stays of lines that are never left out, no matter who wrote them first: what asks for
   *     fewer readers must not be overlooked
   */
  static String without(PipelineContext arrival, String words, Predicate<String> stays) {
    List<String> own = own(words);
    if (own.size() < 2 || !(arrival.intent() instanceof LetterReply answer)) {
      return words;
    }
    Predicate<String> theirs = theirs(arrival, answer);
    if (own.stream().noneMatch(theirs)) {
      return words;
    }
    List<ChecklistItem> checks = checks(arrival.workspace(), answer.parent());
    List<String> lines = words.lines().toList();
    List<String> shown = lines.stream().map(VisibleLine::line).toList();
    return IntStream.range(0, lines.size())
        .filter(i -> stays.test(shown.get(i)) || !isReturned(shown, i, theirs, checks))
        .mapToObj(lines::get)
        .collect(Collectors.joining("\n"));
  }

  private static boolean isReturned(
      List<String> shown, int at, Predicate<String> theirs, List<ChecklistItem> checks) {
    if (!theirs.test(shown.get(at))) {
      return false;
    }
    return ChecklistLines.in(shown.get(at)).isEmpty()
        || !isPossible(shown.get(at), checks)
        || Stream.of(at - 1, at + 1)
            .filter(i -> i >= 0 && i < shown.size())
            .map(shown::get)
            .anyMatch(line -> theirs.test(line) && ChecklistLines.in(line).isEmpty());
  }

  /** Whether all that such a line ticks or takes off is on the checklist. */
  private static boolean isPossible(String line, List<ChecklistItem> checks) {
    return ChecklistLines.fit(checks, ChecklistLines.ticking(line))
        && ChecklistLines.are(checks, ChecklistLines.takenOff(line));
  }

  private static List<ChecklistItem> checks(Workspace now, Ref thing) {
    return thing.kind() == Ref.Kind.ISSUE
        ? now.issues().find(thing.id()).map(issue -> issue.facets().checklist()).orElse(List.of())
        : List.of();
  }

  /** Whether the first line of a letter is one of them. */
  static boolean isFirst(PipelineContext arrival, String words) {
    List<String> own = own(words);
    return own.size() > 1
        && arrival.intent() instanceof LetterReply answer
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
                tracker(now, thing).map(Tracker::name).stream(),
                now.lists().lists().values().stream().map(MailingList::name))
            .flatMap(some -> some)
            .filter(name -> name.chars().anyMatch(c -> COLONS.indexOf(c) >= 0))
            .map(VisibleLine::line)
            .toList();
    return line -> names.stream().anyMatch(line::startsWith);
  }

  private static Predicate<String> theirs(PipelineContext arrival, LetterReply answer) {
    Workspace now = arrival.workspace();
    Stream<String> said =
        answer.answers() == null
            ? Stream.of()
            : now.entries().find(answer.answers()).stream()
                .flatMap(entry -> Revisions.texts(now, entry)); // its mail may say any of them
    Set<String> lines =
        Stream.of(said, texts(now, answer.parent()), footers(now))
            .flatMap(some -> some)
            .flatMap(text -> Stream.concat(text.lines(), PageLines.of(text)))
            .map(VisibleLine::line)
            .filter(line -> !line.isEmpty())
            .flatMap(line -> Stream.of(line, RenderedLine.of(line)))
            .collect(Collectors.toCollection(HashSet::new));
    lines.remove(""); // of a line that is nothing but marks
    return named(now, answer.parent())
        .or(line -> lines.contains(line) || lines.contains(RenderedLine.of(line)));
  }

  private static Stream<String> texts(Workspace now, Ref thing) {
    return switch (thing.kind()) {
      case ISSUE ->
          Stream.concat(
              now.issues().find(thing.id()).stream().flatMap(UnmarkedQuotes::of),
              tracker(now, thing).stream().flatMap(UnmarkedQuotes::of));
      case UPDATE -> now.updates().find(thing.id()).stream().flatMap(UnmarkedQuotes::of);
      case ACTION -> now.actions().find(thing.id()).stream().flatMap(UnmarkedQuotes::of);
      case POLL, REVIEW ->
          now.item(thing).flatMap(Item::searchText).stream().flatMap(UnmarkedQuotes::of);
      default -> Stream.of();
    };
  }

  private static Stream<String> of(Issue issue) {
    Citation cited = issue.facets().citation();
    return Stream.of(
            Stream.of(issue.title(), issue.description(), issue.provision()),
            issue.facets().labels().stream(),
            issue.facets().own().stream().map(CustomFieldValue::value),
            issue.facets().checklist().stream().map(ChecklistItem::text),
            Stream.ofNullable(cited)
                .flatMap(c -> Stream.of(c.document(), c.part(), c.number(), c.quote())))
        .flatMap(some -> some);
  }

  private static Stream<String> of(SearchText said) {
    return Stream.of(said.subject(), said.text());
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
    UpdateLifecycle course = update.course();
    return Stream.of(
            Stream.of(update.title(), update.body()),
            Stream.ofNullable(update.particulars().provision()),
            Stream.ofNullable(course.retraction()).map(UpdateLifecycle.Retraction::reason),
            course.past().stream().flatMap(p -> Stream.of(p.title(), p.body(), p.note())))
        .flatMap(some -> some);
  }

  /** Also what others said in answering it, and what an agency answered. */
  private static Stream<String> of(Action action) {
    ActionDetails more = action.plan().details();
    return Stream.of(
            Stream.of(action.title(), action.description(), action.place(), action.outcome()),
            Stream.of(more.agenda(), more.link(), more.channel(), more.receipt()),
            more.replies().stream().map(ActionDetails.Reply::text),
            action.presence().minutes().stream().map(ActionAttendance.Minutes::text),
            action.presence().answers().values().stream().map(Rsvp::note),
            action.commitments().values().stream().map(Commitment::note))
        .flatMap(some -> some);
  }

  /** What stands below the letters of lists. */
  private static Stream<String> footers(Workspace now) {
    return now.lists().lists().keySet().stream().map(list -> now.lists().style(list).footer());
  }
}

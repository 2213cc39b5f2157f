package org.caucus.messaging.inbound.pipeline.guards;

import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.Scope;
import org.caucus.coalition.access.Seat;
import org.caucus.coalition.entries.VisibleEntries;
import org.caucus.coalition.lists.MailingList;
import org.caucus.coalition.lists.Thread;
import org.caucus.coalition.moderation.Hold;
import org.caucus.coalition.moderation.LetterReply;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;
import org.caucus.mail.message.text.SubjectPrefixes;
import org.caucus.messaging.inbound.pipeline.PipelineContext;
import org.caucus.messaging.inbound.pipeline.PipelineStep;
import org.caucus.messaging.inbound.pipeline.RefusalMessages;
import org.caucus.workspace.Workspace;

/**
 * Asks the sender about an answer whose program dropped In-Reply-To, if a conversation of that
 * subject has fewer readers than this letter would: its quoted words would reach the rest. Of a
 * letter that nothing but a signature proves, who sent it on may have dropped that, and no mark
 * need say that it is an answer.
 */
public record LostThreadGuard() implements PipelineStep {
  /** Newest things of each kind, of those its author reads, that are compared. */
  static final int MAX_THINGS = 2_000;

  /** Most characters of a list's tag. */
  private static final int MAX_TAG_CHARS = 42;

  @Override
  public Next take(PipelineContext arrival) {
    Seat seat = arrival.seat();
    String subject = arrival.incoming().letter().subject();
    String base = base(subject);
    boolean maybe = isAnswer(subject) || (arrival.incoming().isSigned() && !base.isEmpty());
    if (seat == null || arrival.intent() instanceof LetterReply || !maybe) {
      return PipelineStep.on(arrival);
    }
    Workspace w = arrival.workspace();
    boolean narrower =
        things(w, seat.id())
            .filter(t -> base(t.title()).equals(base))
            .anyMatch(t -> narrower(w, arrival.readers().audience(), t.ref(), seat.id()));
    return PipelineStep.on(
        narrower ? arrival.asking(Hold.Awaits.SENDER, RefusalMessages.LOST_THREAD) : arrival);
  }

  private record Titled(Ref ref, String title) {}

  /** The newest of a list, or of conversations, with those whose messages are in another now. */
  private static Stream<Thread> threads(Workspace w, MailingList list, Predicate<Scope> reads) {
    Stream<Thread> here =
        w.lists().threadsOf(list.slug()).reversed().stream()
            .flatMap(id -> w.lists().thread(id).stream())
            .filter(t -> reads.test(w.lists().scope(t)))
            .limit(MAX_THINGS);
    Stream<Thread> merged =
        w.lists().leftFrom(list.slug()).reversed().stream()
            .flatMap(id -> w.lists().thread(id).stream())
            .filter(t -> t.isMerged() && reads.test(w.lists().scope(t)))
            .limit(MAX_THINGS);
    return Stream.concat(here, merged);
  }

  /** Those this seat reads: what others say must not push its own out of the comparison (R8). */
  private static Stream<Titled> things(Workspace w, SeatId reader) {
    Predicate<Scope> reads = w.access().asked(reader);
    Stream<Titled> threads =
        w.lists()
            .mailed()
            .filter(list -> reads.test(list.scope()))
            .flatMap(list -> threads(w, list, reads))
            .flatMap(
                t ->
                    Stream.concat(
                            Stream.of(t.subject()), w.lists().formerSubjects(t, reads).stream())
                        .map(title -> new Titled(t.ref(), title)));
    Stream<Titled> issues =
        w.issues().trackers().values().stream()
            .filter(tracker -> reads.test(tracker.scope()))
            .flatMap(
                tracker ->
                    w.issues().of(tracker).reversed().stream()
                        .filter(i -> reads.test(w.issues().scope(i)))
                        .limit(MAX_THINGS))
            .map(i -> new Titled(i.ref(), i.title()));
    Stream<Titled> updates =
        w.updates().byId().values().stream()
            .filter(u -> reads.test(u.scope()))
            .map(u -> new Titled(u.ref(), u.title()));
    Stream<Titled> actions =
        w.actions().byId().values().stream()
            .filter(a -> reads.test(a.scope()))
            .map(a -> new Titled(a.ref(), a.title()));
    return Stream.of(threads, issues, updates.limit(MAX_THINGS), actions.limit(MAX_THINGS))
        .flatMap(s -> s);
  }

  private static boolean narrower(Workspace w, Audience readers, Ref thing, SeatId reader) {
    Scope scope = w.scopeOf(thing).orElseThrow();
    return !w.access().within(readers, scope)
        || VisibleEntries.entries(w, thing, scope, reader).stream()
            .anyMatch(e -> !w.access().within(readers, scope.holds(e.audience(), e.at())));
  }

  static boolean isAnswer(String subject) {
    return prefix(subject, 0) > 0;
  }

  /** A subject in small letters, without the marks of answers and lists that stand before it. */
  public static String base(String subject) {
    return subject.substring(begins(subject)).strip().toLowerCase(Locale.ROOT);
  }

  /** Where a subject begins, behind the marks of answers and lists. */
  static int begins(String subject) {
    int end = 0;
    for (int next = prefix(subject, 0); next > end; next = prefix(subject, end)) {
      end = next;
    }
    return end;
  }

  /** What the newest things are called that this seat reads. */
  static Stream<String> titles(Workspace w, SeatId reader) {
    return things(w, reader).map(Titled::title);
  }

  /** Where a list's tag ends, or a mark of an answer; where it begins, if neither does. */
  private static int prefix(String subject, int from) {
    int open = from;
    while (open < subject.length() && Character.isWhitespace(subject.charAt(open))) {
      open++;
    }
    if (!subject.startsWith("[", open)) {
      return SubjectPrefixes.end(subject, from);
    }
    int close = subject.indexOf(']', open);
    return close < 0 || close - open >= MAX_TAG_CHARS ? from : close + 1;
  }
}

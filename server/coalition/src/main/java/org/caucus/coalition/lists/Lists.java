package org.caucus.coalition.lists;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.caucus.coalition.access.Access;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.Members;
import org.caucus.coalition.access.Role;
import org.caucus.coalition.access.Scope;
import org.caucus.coalition.access.Seat;
import org.caucus.coalition.access.Side;
import org.caucus.coalition.entries.Entries;
import org.caucus.coalition.entries.Entry;
import org.caucus.coalition.lists.subscriptions.DeliveryPreference;
import org.caucus.coalition.lists.subscriptions.DeliveryPreferences;
import org.caucus.coalition.lists.subscriptions.ListPrivacy;
import org.caucus.coalition.lists.subscriptions.ListPrivacySettings;
import org.caucus.coalition.lists.subscriptions.ListStyle;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;
import org.caucus.kernel.Slice;
import org.caucus.platform.collections.PersistentMap;
import org.caucus.platform.collections.PersistentVector;
import org.jspecify.annotations.Nullable;
import org.pcollections.PMap;

/**
 * The lists of a workspace and their threads, immutable.
 *
 * @param byList ids of threads by slug of their list
 * @param habits how seats want their mail
 * @param styles how the letters of lists look, by slug
 * @param privacies what the letters of lists tell
 * @param troubles of seats whose mail does not arrive, or who may have left
 * @param content whether mail carries what people wrote
 * @param said what was said on each of them last
 */
public record Lists(
    PMap<String, MailingList> lists,
    PMap<String, Thread> threads,
    PMap<String, ThreadOrder> byList,
    DeliveryPreferences habits,
    PMap<String, ListStyle> styles,
    ListPrivacySettings privacies,
    PMap<SeatId, Trouble> troubles,
    MailContent content,
    LatestPosts said) {
  /**
   * What is amiss with the mail of a seat.
   *
   * @param suspended since when it is held back; null if it is sent
   * @param hinted since when there are words that the person who has the seat has left; null if
   *     none
   */
  public record Trouble(@Nullable Instant suspended, @Nullable Instant hinted) {
    static final Trouble NONE = new Trouble(null, null);
  }

  /** The key of this state. */
  public static final Slice<Lists> SLICE = Slice.of(Lists.class, none());

  /** What anyone who holds the state of lists can be asked. */
  public interface Held extends Entries.Held {
    /** The lists. */
    default Lists lists() {
      return slices().get(SLICE);
    }
  }

  /** No lists. */
  public static Lists none() {
    return new Lists(
        PersistentMap.empty(),
        PersistentMap.empty(),
        PersistentMap.empty(),
        DeliveryPreferences.none(),
        PersistentMap.empty(),
        ListPrivacySettings.none(),
        PersistentMap.empty(),
        MailContent.USUAL,
        LatestPosts.nothing());
  }

  /** The list with this slug, or what conversations are on. */
  public Optional<MailingList> list(String slug) {
    return slug.equals(MailingList.CONVERSATIONS.slug())
        ? Optional.of(MailingList.CONVERSATIONS)
        : opened(slug);
  }

  /** The list with this slug, which convenors opened and see to. */
  public Optional<MailingList> opened(String slug) {
    return Optional.ofNullable(lists.get(slug));
  }

  /** All by which mail comes: the lists, and conversations. */
  public Stream<MailingList> mailed() {
    return Stream.concat(lists.values().stream(), Stream.of(MailingList.CONVERSATIONS));
  }

  /** The thread with this id. */
  public Optional<Thread> thread(String id) {
    return Optional.ofNullable(threads.get(id));
  }

  /** The list on which something was said in a thread, by the sequence of its commit. */
  public String listOf(Ref thread, long sequence) {
    return Objects.requireNonNull(threads.get(thread.id())).listAt(sequence);
  }

  /** Threads of a list, in the order they started. */
  public PersistentVector<String> threadsOf(String list) {
    return order(list).here();
  }

  /** Threads that were moved away from a list or merged into another, in the order they went. */
  public PersistentVector<String> leftFrom(String list) {
    return order(list).left();
  }

  private ThreadOrder order(String list) {
    return byList.getOrDefault(list, ThreadOrder.NONE);
  }

  /**
   * Where a thread stands: its own audience within its list's. One whose messages are in another is
   * for those who read that, too.
   */
  public Scope scope(Thread thread) {
    Scope own = place(thread).holds(thread.audience(), began(thread));
    return thread.isMerged() ? own.and(scope(into(thread))) : own;
  }

  private Scope place(Thread thread) {
    return list(thread.list()).orElseThrow().scope();
  }

  /** Where a new message of a thread stands: in a conversation, with those who are in it now. */
  public Scope writing(Thread thread) {
    return thread
        .people()
        .map(people -> place(thread).holds(people, thread.startedAt()))
        .orElseGet(() -> scope(thread));
  }

  /**
   * Where a message stands that was written for a thread and belongs in another by now: never with
   * more readers than the thread that its author saw.
   *
   * @param now as {@link #whereTo} says
   */
  public Scope writing(Thread written, Thread now) {
    if (now.id().equals(written.id())) {
      return writing(now);
    }
    return written.isMerged() && current(written).id().equals(now.id())
        ? scope(written)
        : scope(now).and(scope(written));
  }

  /** Who knows of what happened to a thread in a commit: not those who had left it. */
  Scope knownTo(Thread thread, long sequence) {
    return place(thread).holds(thread.knownTo(sequence), thread.startedAt());
  }

  /** No later than the threads whose messages it has, which not all of its readers know of. */
  private Instant began(Thread thread) {
    Instant began = thread.startedAt();
    for (String id : thread.links().merged()) {
      Instant part = began(Objects.requireNonNull(threads.get(id)));
      began = part.isBefore(began) ? part : began;
    }
    return began;
  }

  private Thread into(Thread merged) {
    return Objects.requireNonNull(threads.get(merged.links().mergedInto()));
  }

  /** The thread that has the messages of this one now: most have their own. */
  public Thread current(Thread thread) {
    Thread now = thread;
    while (now.isMerged()) {
      now = into(now);
    }
    return now;
  }

  /**
   * Where an answer to a message belongs that was written for a thread: with that message, if it
   * was split from the thread or merged with it since; else in the thread.
   *
   * @param answered the thread that has the message now
   */
  private Thread follow(Thread written, Thread answered) {
    for (Thread t = answered; t != null; t = t.links().splitFrom() == null ? null : origin(t)) {
      if (t.id().equals(written.id()) || current(written).id().equals(t.id())) {
        return answered;
      }
    }
    return current(written);
  }

  /**
   * Where an answer that was written for a thread belongs now.
   *
   * @param answers the message that it answers; null for none
   */
  public Thread whereTo(Thread written, Entries entries, @Nullable String answers) {
    return Optional.ofNullable(answers)
        .flatMap(entries::find)
        .filter(e -> e.parent().kind() == Ref.Kind.THREAD)
        .flatMap(e -> thread(e.parent().id()))
        .map(answered -> follow(written, answered))
        .orElseGet(() -> current(written));
  }

  private Thread origin(Thread split) {
    return Objects.requireNonNull(threads.get(split.links().splitFrom()));
  }

  /**
   * What a thread was called before, the oldest first, as far as a seat may know: what was replaced
   * before the thread was shared stays with those who could read it then (R5).
   */
  public List<String> formerSubjects(Thread thread, Predicate<Scope> reads) {
    Scope scope = scope(thread);
    return thread.status().former().stream()
        .filter(was -> reads.test(was.under(scope)))
        .map(ThreadStatus.FormerSubject::subject)
        .toList();
  }

  /** The state after a thread's audience changed. */
  public Lists readBy(String id, Audience to) {
    return changed(Objects.requireNonNull(threads.get(id)).readBy(to));
  }

  private Lists changed(Thread thread) {
    return new Lists(
        lists,
        threads.plus(thread.id(), thread),
        byList,
        habits,
        styles,
        privacies,
        troubles,
        content,
        said);
  }

  private Lists changed(ListEvent.ThreadUpdate event, long sequence, Members members) {
    Thread thread = Objects.requireNonNull(threads.get(event.id()));
    ThreadStatus status = thread.status();
    return changed(
        switch (event) {
          case ListEvent.ThreadRenamed e -> thread.renamed(e.subject());
          case ListEvent.ThreadPinned e -> thread.with(status.pinned(true));
          case ListEvent.ThreadUnpinned e -> thread.with(status.pinned(false));
          case ListEvent.ThreadLocked e -> thread.with(status.locked(true));
          case ListEvent.ThreadUnlocked e -> thread.with(status.locked(false));
          case ListEvent.ConversationLeft e -> thread.leftBy(members.line(e.by()), sequence);
        });
  }

  private Lists moved(ListEvent.ThreadMoved e, Instant at, long sequence) {
    Thread thread = Objects.requireNonNull(threads.get(e.id()));
    var from = new ThreadLinks.FormerList(e.from(), sequence, at, e.by());
    return changed(thread.movedTo(e.list(), from))
        .ordered(e.from(), order(e.from()).minus(e.id(), true))
        .ordered(e.list(), order(e.list()).plus(e.id()));
  }

  private Lists split(ListEvent.ThreadSplit e, long sequence, Members members) {
    Thread from = Objects.requireNonNull(threads.get(e.from()));
    Thread part =
        new Thread(
                e.id(),
                e.list(),
                e.subject(),
                e.audience(),
                e.startedBy(),
                from.startedAt(),
                convenes(members, e.startedBy()))
            .with(ThreadLinks.NONE.splitFrom(e.from()));
    return changed(from.with(from.links().splitOff(e.id())))
        .with(part)
        .with(habits.same(from.ref(), part.ref(), sequence));
  }

  private Lists merged(ListEvent.ThreadMerged e, long sequence) {
    Thread part = Objects.requireNonNull(threads.get(e.id()));
    Thread into = Objects.requireNonNull(threads.get(e.into()));
    return changed(part.with(part.links().mergedInto(e.into(), e.entries())))
        .changed(into.with(into.links().merged(e.id())))
        .ordered(part.list(), order(part.list()).minus(e.id(), true))
        .with(habits.followed(part.ref(), into.ref(), sequence));
  }

  private Lists unmerged(ListEvent.ThreadUnmerged e) {
    Thread part = Objects.requireNonNull(threads.get(e.id()));
    Thread into = into(part);
    return changed(part.readBy(e.audience()).with(part.links().mergedInto(null, List.of())))
        .changed(into.with(into.links().unmerged(e.id())))
        .ordered(part.list(), order(part.list()).minus(e.id(), false).plus(e.id()));
  }

  private Lists ordered(String list, ThreadOrder order) {
    return new Lists(
        lists,
        threads,
        byList.plus(list, order),
        habits,
        styles,
        privacies,
        troubles,
        content,
        said);
  }

  /** The state after a list's ceiling changed. */
  public Lists heldTo(String slug, Audience ceiling) {
    MailingList l = Objects.requireNonNull(lists.get(slug));
    return with(new MailingList(l.slug(), l.name(), l.description(), l.localPart(), ceiling));
  }

  private Lists with(MailingList changed) {
    return new Lists(
        lists.plus(changed.slug(), changed),
        threads,
        byList,
        habits,
        styles,
        privacies,
        troubles,
        content,
        said);
  }

  /**
   * The state after an event.
   *
   * @param sequence of its commit
   * @param members who was here, and as what, until then
   */
  public Lists evolve(ListEvent event, Instant at, long sequence, Members members) {
    return switch (event) {
      case ListEvent.ListOpened e -> opened(e, at);
      case ListEvent.ListDescribed e ->
          with(Objects.requireNonNull(lists.get(e.list())).described(e.name(), e.description()));
      case ListEvent.ThreadStarted e ->
          with(
              new Thread(
                  e.id(),
                  e.list(),
                  e.subject(),
                  e.audience(),
                  e.by(),
                  at,
                  convenes(members, e.by())));
      case ListEvent.ThreadImported e ->
          with(new Thread(e.id(), e.list(), e.subject(), e.audience(), e.by(), e.at(), false));
      case ListEvent.ImportBegun e -> this;
      case ListEvent.ThreadMoved e -> moved(e, at, sequence);
      case ListEvent.ThreadSplit e -> split(e, sequence, members);
      case ListEvent.ThreadMerged e -> merged(e, sequence);
      case ListEvent.ThreadUnmerged e -> unmerged(e);
      case ListEvent.ThreadUpdate e -> changed(e, sequence, members);
      case ListEvent.DeliverySet e -> {
        DeliveryPreference habit = habits.now(e.seat(), e.list()).in(e.mode());
        yield with(habits.with(e.seat(), e.list(), habit, sequence));
      }
      case ListEvent.DeliveryChosen e -> with(habits.with(e.seat(), e.list(), e.habit(), sequence));
      case ListEvent.PersonalMailChosen e -> with(habits.with(e.seat(), e.personal(), sequence));
      case ListEvent.ThingChosen e -> with(habits.with(e.seat(), e.of(), e.wish(), sequence));
      case ListEvent.ListStyled e -> styled(styles.plus(e.list(), e.style()));
      case ListEvent.PrivacyChosen e -> with(privacies.with(e.list(), e.privacy(), at));
      case ListEvent.MailSuspended e ->
          troubled(e.seat(), new Trouble(at, trouble(e.seat()).hinted()));
      case ListEvent.DepartureHinted e ->
          troubled(e.seat(), new Trouble(trouble(e.seat()).suspended(), at));
      case ListEvent.MailResumed e -> troubled(e.seat(), Trouble.NONE);
      case ListEvent.MailContentSet e ->
          new Lists(lists, threads, byList, habits, styles, privacies, troubles, e.content(), said);
    };
  }

  private Lists styled(PMap<String, ListStyle> changed) {
    return new Lists(lists, threads, byList, habits, changed, privacies, troubles, content, said);
  }

  private Lists opened(ListEvent.ListOpened e, Instant at) {
    MailingList list =
        new MailingList(e.slug(), e.name(), e.description(), e.localPart(), e.audience());
    ListPrivacySettings chosen =
        e.privacy() == null ? privacies : privacies.with(e.slug(), e.privacy(), at);
    return new Lists(
        lists.plus(e.slug(), list),
        threads,
        byList,
        habits,
        styles,
        chosen,
        troubles,
        content,
        said);
  }

  private Lists with(ListPrivacySettings changed) {
    return new Lists(lists, threads, byList, habits, styles, changed, troubles, content, said);
  }

  private Lists with(Thread thread) {
    return new Lists(
        lists,
        threads.plus(thread.id(), thread),
        byList.plus(thread.list(), order(thread.list()).plus(thread.id())),
        habits,
        styles,
        privacies,
        troubles,
        content,
        said);
  }

  private static boolean convenes(Members members, SeatId id) {
    Seat seat = members.seats().get(id);
    return seat != null && seat.role() == Role.CONVENOR;
  }

  private Lists troubled(SeatId seat, Trouble trouble) {
    return new Lists(
        lists,
        threads,
        byList,
        habits,
        styles,
        privacies,
        trouble.equals(Trouble.NONE) ? troubles.minus(seat) : troubles.plus(seat, trouble),
        content,
        said);
  }

  /** What is amiss with the mail of a seat. */
  public Trouble trouble(SeatId seat) {
    return troubles.getOrDefault(seat, Trouble.NONE);
  }

  /** How the letters of a list look. */
  public ListStyle style(String slug) {
    return styles.getOrDefault(slug, ListStyle.USUAL);
  }

  /** What is done with the letters of a list now, for the sake of who writes and reads them. */
  public static ListPrivacy.Applied privacy(Held state, String slug) {
    return privacy(state, slug, Instant.MAX);
  }

  /** What was chosen then to be done with them, with who reads the list now. */
  public static ListPrivacy.Applied privacy(Held state, String slug, Instant then) {
    MailingList list = state.lists().list(slug).orElse(null);
    return list == null
        ? ListPrivacy.Applied.NOTHING
        : state.lists().privacies().at(slug, then).applied(companiesRead(state.members(), list));
  }

  /** What was done with them then, for those who read the list then. */
  public static ListPrivacy.Applied privacyThen(Held state, String slug, Instant then) {
    MailingList list = state.lists().list(slug).orElse(null);
    return list == null
        ? ListPrivacy.Applied.NOTHING
        : state
            .lists()
            .privacies()
            .at(slug, then)
            .applied(companiesRead(state.members().asOf(then), list));
  }

  private static boolean companiesRead(Members members, MailingList list) {
    return new Access(members)
        .readers(list.scope()).stream()
            .anyMatch(seat -> members.organisationOf(seat).side() == Side.COMPANY);
  }

  /**
   * Which letters of a new post wait while it can be taken back: as its list chose, else its
   * workspace, else as usual here.
   *
   * @param list slug of the list; empty for what is said elsewhere
   */
  public MailContent.Waits waits(String list, MailContent.Waits usual) {
    MailContent.Waits here = style(list).waits();
    return here != null ? here : Objects.requireNonNullElse(content.waiting(), usual);
  }

  /** The state after something was said, if it was in a thread of a list. */
  public Lists heard(Entry entry) {
    Ref parent = entry.parent();
    Thread thread = parent.kind() == Ref.Kind.THREAD ? threads.get(parent.id()) : null;
    return thread == null || thread.isConversation()
        ? this
        : with(said.plus(thread.list(), thread.audience(), entry));
  }

  /** The state after others read what was said on a list: its thread's audience, or its own. */
  public Lists heardAnew(String list, Entries entries) {
    LatestPosts all = said.without(list);
    for (String id : threadsOf(list)) {
      Thread thread = Objects.requireNonNull(threads.get(id));
      for (Entry entry : entries.under(thread.ref())) {
        all = all.plus(list, thread.audience(), entry);
      }
    }
    return with(all);
  }

  private Lists with(LatestPosts changed) {
    return new Lists(lists, threads, byList, habits, styles, privacies, troubles, content, changed);
  }

  private Lists with(DeliveryPreferences changed) {
    return new Lists(lists, threads, byList, changed, styles, privacies, troubles, content, said);
  }

  /**
   * How a seat gets the mail of a list, as it chose and as its mail system lets it.
   *
   * @param list slug of the list; empty for the notices of the workspace
   */
  public Delivery delivery(SeatId seat, String list) {
    return trouble(seat).suspended() != null ? Delivery.NONE : habits.now(seat, list).mode();
  }

  /** Whether a seat is told by mail what became of what it did by mail. */
  public boolean echoes(SeatId seat) {
    return habits.now(seat).echo() && delivery(seat, "") != Delivery.NONE;
  }
}

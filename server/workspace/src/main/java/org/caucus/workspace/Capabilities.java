package org.caucus.workspace;

import io.vertx.core.json.JsonObject;
import java.io.Closeable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.Duty;
import org.caucus.coalition.access.Item;
import org.caucus.coalition.access.MemberCommand;
import org.caucus.coalition.access.Scope;
import org.caucus.coalition.access.closing.ClosingCapability;
import org.caucus.coalition.access.handover.HandoverCommand;
import org.caucus.coalition.access.handover.HandoverDecider;
import org.caucus.coalition.access.membership.MemberCapability;
import org.caucus.coalition.access.viewas.ViewAsCapability;
import org.caucus.coalition.actions.ActionCapability;
import org.caucus.coalition.capability.About;
import org.caucus.coalition.capability.Capability;
import org.caucus.coalition.capability.ChangedThings;
import org.caucus.coalition.capability.CommandFamily;
import org.caucus.coalition.capability.EventFollower;
import org.caucus.coalition.capability.EventWords;
import org.caucus.coalition.capability.MailFacet;
import org.caucus.coalition.capability.MailedLetter;
import org.caucus.coalition.capability.MailedTarget;
import org.caucus.coalition.capability.MentionableText;
import org.caucus.coalition.capability.MessageTarget;
import org.caucus.coalition.capability.NoticeContent;
import org.caucus.coalition.capability.NoticeContext;
import org.caucus.coalition.capability.NotificationFacet;
import org.caucus.coalition.capability.Notified;
import org.caucus.coalition.capability.WeeklyDeed;
import org.caucus.coalition.entries.EntryCapability;
import org.caucus.coalition.instruments.InstrumentCapability;
import org.caucus.coalition.lists.ListCapability;
import org.caucus.coalition.mailcommands.headers.HeaderKeys;
import org.caucus.coalition.mentions.MentionCapability;
import org.caucus.coalition.moderation.LetterCapability;
import org.caucus.coalition.polls.PollCapability;
import org.caucus.coalition.reactions.ReactionCapability;
import org.caucus.coalition.reviews.ReviewCapability;
import org.caucus.coalition.revisions.RevisionCapability;
import org.caucus.coalition.trackers.IssueCapability;
import org.caucus.coalition.updates.UpdateCapability;
import org.caucus.coalition.updates.drafts.DraftCapability;
import org.caucus.kernel.Command;
import org.caucus.kernel.CommandContext;
import org.caucus.kernel.CommitEvents;
import org.caucus.kernel.CommitTime;
import org.caucus.kernel.Event;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;
import org.caucus.kernel.Slices;
import org.caucus.platform.i18n.Language;
import org.jspecify.annotations.Nullable;

/**
 * The list of all capabilities, and of each event, command and kind of thing the one whose it is. A
 * new capability is added to {@link #ALL} and to nothing else here.
 */
public final class Capabilities {
  /** All there are. */
  public static final List<Capability<? super Workspace, ?>> ALL =
      List.of(
          new MemberCapability(),
          new ViewAsCapability(),
          new EntryCapability(),
          new MentionCapability(),
          new ListCapability(),
          new IssueCapability(),
          new UpdateCapability(),
          new DraftCapability(),
          new ActionCapability(),
          new PollCapability(),
          new InstrumentCapability(),
          new ReviewCapability(),
          new ReactionCapability(),
          new RevisionCapability(),
          new LetterCapability(),
          new AudienceCapability(),
          new ClosingCapability());

  /** Those that are asked: all there are, and one of a test. */
  private static final List<Capability<? super Workspace, ?>> REGISTERED =
      new CopyOnWriteArrayList<>();

  /** Commands whose deciders look at several capabilities; they go before those of one. */
  private static final List<CommandFamily<? super Workspace, ?>> ACROSS =
      List.of(
          CommandFamily.of(HandoverCommand.class, HandoverDecider::decide),
          CommandFamily.of(MemberCommand.EndSeat.class, HandoverDecider::end),
          CommandFamily.of(MemberCommand.AcceptInvitation.class, CommandDispatcher::accepted));

  private static final Map<Class<?>, Capability<? super Workspace, ?>> BY_EVENT =
      new ConcurrentHashMap<>();
  private static final Map<Class<?>, List<EventFollower<? super Workspace, ?>>> FOLLOWERS =
      new ConcurrentHashMap<>();
  private static final Map<Class<?>, CommandFamily<? super Workspace, ?>> BY_COMMAND =
      new ConcurrentHashMap<>();
  private static final Map<Ref.Kind, Capability<? super Workspace, ?>> BY_KIND =
      new ConcurrentHashMap<>();
  private static final Map<Class<?>, MailFacet<? super Workspace, ?>> BY_TARGET =
      new ConcurrentHashMap<>();

  static {
    ALL.forEach(Capabilities::register);
    ACROSS.forEach(Capabilities::register);
  }

  private Capabilities() {}

  private static void register(Capability<? super Workspace, ?> capability) {
    members(capability.events()).forEach(event -> BY_EVENT.put(event, capability));
    REGISTERED.add(capability);
    capability.kinds().forEach(kind -> BY_KIND.put(kind, capability));
    capability.commands().forEach(Capabilities::register);
    capability.mail().forEach(facet -> BY_TARGET.put(facet.targets(), facet));
    for (EventFollower<? super Workspace, ?> follower : capability.follows()) {
      members(follower.family())
          .forEach(event -> FOLLOWERS.computeIfAbsent(event, e -> new ArrayList<>()).add(follower));
    }
  }

  private static void register(CommandFamily<? super Workspace, ?> family) {
    members(family.family()).forEach(command -> BY_COMMAND.put(command, family));
  }

  /**
   * Adds one that is not of the house, until it is closed: tests see that no file but those that
   * {@code ADDING-A-CAPABILITY.md} names has to know a capability. Kinds that another has are its
   * own meanwhile.
   */
  static Closeable including(Capability<? super Workspace, ?> capability) {
    Map<Ref.Kind, Capability<? super Workspace, ?>> kinds = Map.copyOf(BY_KIND);
    register(capability);
    capability.names().forEach(EventTypes::name);
    return () -> {
      REGISTERED.remove(capability);
      BY_KIND.putAll(kinds);
      capability.names().forEach(EventTypes::remove);
    };
  }

  /** What letters become, each kind on its own, by the names of their targets in the log. */
  static SortedMap<String, Class<? extends MessageTarget>> targets() {
    SortedMap<String, Class<? extends MessageTarget>> targets = new TreeMap<>();
    BY_TARGET.values().forEach(facet -> targets.put(facet.name(), facet.targets()));
    return targets;
  }

  /** What becomes of a letter that wants to go there. */
  static MailedTarget<Workspace, ?> mail(Workspace w, MessageTarget target) {
    return mailed(
        Objects.requireNonNull(BY_TARGET.get(target.getClass()), "a target of no capability"),
        w,
        target);
  }

  private static <T extends MessageTarget> MailedTarget<Workspace, T> mailed(
      MailFacet<? super Workspace, T> facet, Workspace w, MessageTarget target) {
    return new MailedTarget<>(facet, w, target);
  }

  /**
   * What a letter wants by its address alone; empty if that does not say it.
   *
   * @param detail what stands behind the name of the workspace; with a dot and an organisation, for
   *     whom its author writes
   */
  public static Optional<MessageTarget> addressed(Ref thing, String detail) {
    return facet(thing, detail).flatMap(facet -> facet.addressed(thing.id(), detail));
  }

  private static Optional<MailFacet<? super Workspace, ?>> facet(Ref thing, String detail) {
    return BY_TARGET.values().stream()
        .filter(
            facet ->
                thing.kind() == Ref.Kind.WORKSPACE
                    ? isOf(facet, detail)
                    : thing.kind() == facet.addressees())
        .findFirst();
  }

  private static boolean isOf(MailFacet<? super Workspace, ?> facet, String detail) {
    String own = facet.detail();
    return !own.isEmpty() && (detail.equals(own) || detail.startsWith(own + "."));
  }

  /** Whether letters to this address open things of this kind. */
  public static boolean isOpened(Ref thing, String detail, Ref.Kind kind) {
    return facet(thing, detail).filter(facet -> facet.opens() == kind).isPresent();
  }

  /** What lines at the head of a letter to this address may be of, besides who reads it. */
  public static HeaderKeys mailKeys(Workspace w, Ref thing, String detail) {
    return facet(thing, detail).map(facet -> facet.keys(w, thing.id())).orElse(HeaderKeys.NONE);
  }

  /** What stands behind the name of a workspace where letters open something, in order. */
  public static List<String> mailDetails() {
    return openings().map(MailFacet::detail).toList();
  }

  /**
   * How letters are written that open something, as help tells it.
   *
   * @param address of what stands behind the name of the workspace
   */
  public static String mailHelp(Language language, UnaryOperator<String> address) {
    return openings()
        .flatMap(facet -> facet.help(language, address.apply(facet.detail())).stream())
        .collect(Collectors.joining());
  }

  private static Stream<MailFacet<? super Workspace, ?>> openings() {
    return BY_TARGET.values().stream()
        .filter(facet -> !facet.detail().isEmpty())
        .sorted(Comparator.comparing(MailFacet::detail));
  }

  /** What its author is told of a thing that a letter made; empty if no letter made it. */
  public static Optional<String> confirmation(
      Workspace w, CommitEvents commit, Ref thing, String readers, Language language) {
    return BY_TARGET.values().stream()
        .filter(facet -> facet.done(commit.events()).filter(thing::equals).isPresent())
        .flatMap(facet -> facet.confirmation(w, thing, readers, language).stream())
        .findFirst();
  }

  /** Whether letters to the workspace with this behind its name open something. */
  public static boolean isOpening(String detail) {
    return BY_TARGET.values().stream().anyMatch(facet -> isOf(facet, detail));
  }

  /** Finds the target of the letter that led to this first event; empty if no letter did. */
  public static Optional<MessageTarget> origin(Event first) {
    return BY_TARGET.values().stream()
        .flatMap(facet -> facet.origin(first).stream())
        .<MessageTarget>map(target -> target)
        .findFirst();
  }

  /** The records of a sealed family. */
  static Stream<Class<?>> members(Class<?> family) {
    return family.isSealed()
        ? Stream.of(family.getPermittedSubclasses()).flatMap(Capabilities::members)
        : Stream.of(family);
  }

  @SuppressWarnings("unchecked") // an event is found under its class, with the capability it is of
  private static <E extends Event> Capability<? super Workspace, E> of(E event) {
    return (Capability<? super Workspace, E>)
        Objects.requireNonNull(BY_EVENT.get(event.getClass()), "an event of no capability");
  }

  private static Capability<? super Workspace, ?> of(Ref ref) {
    return Objects.requireNonNull(BY_KIND.get(ref.kind()), "a kind of no capability");
  }

  /** What decides about a command. */
  static CommandFamily<? super Workspace, ?> of(Command command) {
    return Objects.requireNonNull(BY_COMMAND.get(command.getClass()), "a command of no capability");
  }

  /** The state after an event; its commit is in no index yet. */
  static Workspace evolve(Workspace w, Event event, Commit commit) {
    Workspace after = w.with(of(event).evolve(w, event, commit));
    for (EventFollower<? super Workspace, ?> follower :
        FOLLOWERS.getOrDefault(event.getClass(), List.of())) {
      after = after.with(follower.evolve(after, event));
    }
    return after;
  }

  /** What an event is about, for those who may know of it in its time. */
  static About about(Workspace w, Event event, Commit commit) {
    return inItsTime(w, of(event).about(w, event, commit), commit.sequence());
  }

  /** What happened to a head before it was widened stays with those who could read it then (R5). */
  private static About inItsTime(Workspace w, About about, long sequence) {
    Optional<Audience> then = w.audiences().at(about.ref(), sequence);
    return then.isEmpty()
        ? about
        : new About(about.ref(), about.under(), new Scope(then.get(), null, about.scope()));
  }

  /** Who reads what an event says, in its time. */
  static Scope readers(Workspace w, Event event, Commit commit) {
    Scope others = of(event).readers(w, event);
    return others == null ? about(w, event, commit).scope() : others;
  }

  /** The id by which the person who did it finds what they made or changed. */
  static String thing(Event event, About about) {
    return of(event).thing(event, about);
  }

  /** Whether an event can change who knows of earlier commits. */
  static boolean changesReaders(Event event) {
    return of(event).changesReaders(event);
  }

  /** The Message-ID of the letter that an event took in; null if there was none. */
  static @Nullable String messageId(Event event) {
    return of(event).messageId(event);
  }

  /** What a thing is in; empty if it stands alone. */
  static Optional<Ref> containerOf(Workspace w, Ref ref) {
    return of(ref).containerOf(w, ref);
  }

  /** Whether an event happens also where nothing new is taken. */
  static boolean isPossibleWhenClosed(Event event) {
    return of(event).isPossibleWhenClosed(event);
  }

  /** Where a thing stands now; empty if there is none. */
  static Optional<Scope> scopeOf(Workspace w, Ref ref) {
    return of(ref).scopeOf(w, ref);
  }

  static Optional<Scope> placeOf(Workspace w, Ref ref) {
    return of(ref).placeOf(w, ref);
  }

  /** Who knows of what happened in that commit to who reads a thing. */
  static Optional<Scope> knownTo(Workspace w, Ref ref, CommitTime commit) {
    return of(ref).knownTo(w, ref, commit);
  }

  static List<Event> answered(Workspace w, Ref thing, MailedLetter letter, CommandContext act) {
    return of(thing).answered(w, thing, letter, act);
  }

  /** What the author of a letter is told that answered a thing; empty if that did nothing. */
  public static Optional<String> confirmed(
      Workspace w,
      CommitEvents commit,
      Ref thing,
      SeatId author,
      Function<Scope, String> readers,
      Language language) {
    return of(thing).confirmed(w, commit, author, readers, language);
  }

  /** Things of all capabilities that hang on one of another. */
  public static Stream<Ref> hangingOn(Workspace w, Ref thing) {
    return REGISTERED.stream().flatMap(capability -> capability.hangingOn(w, thing));
  }

  /** The things that are in a place. */
  static List<Ref> inside(Workspace w, Ref place) {
    return of(place).inside(w, place);
  }

  /** The states after a thing was opened to more. */
  static Slices widened(
      Workspace w, Ref of, Audience to, @Nullable String label, CommitTime commit) {
    return of(of).widened(w, of, to, label, commit);
  }

  /** The states after a thing was kept to fewer. */
  static Slices narrowed(Workspace w, Ref of, Audience to, UnaryOperator<Audience> narrower) {
    return of(of).narrowed(w, of, to, narrower);
  }

  /** The states after the audience of a thing was changed. */
  static Slices audienceChanged(Workspace w, Ref of) {
    Workspace after = w;
    for (Capability<? super Workspace, ?> capability : REGISTERED) {
      after = after.with(capability.audienceChanged(after, of));
    }
    return after.slices();
  }

  /** The thing with this id; empty if there is none. */
  static Optional<Item> find(Workspace w, Ref ref) {
    return of(ref).find(w, ref);
  }

  /** All things that say something themselves. */
  static Stream<Ref> saying(Workspace w) {
    return REGISTERED.stream().flatMap(capability -> capability.saying(w));
  }

  /** The same by any name that this reader may know it by. */
  static Optional<Item> find(Workspace w, Ref ref, SeatId reader) {
    return of(ref).find(w, ref, reader);
  }

  /** Puts the new form of a thing that changed; the caller asks whether the reader can read it. */
  public static void show(Workspace w, Ref ref, ChangedThings out) {
    of(ref).show(w, ref, out);
  }

  /** Puts what each knows of an entry; the caller asks whether the reader can read it. */
  static void showWith(Workspace w, Ref entry, Scope scope, SeatId reader, JsonObject shown) {
    REGISTERED.forEach(c -> c.showWith(w, entry, scope, reader, shown));
  }

  /** Puts what is counted from a thing; the caller asks whether the reader can read that. */
  public static void showCounts(Workspace w, Ref ref, ChangedThings out) {
    of(ref).showCounts(w, ref, out);
  }

  /** Who is told of an event, and why; empty if nobody is. */
  public static Optional<Notified> notified(Workspace w, Event event, CommitEvents commit) {
    return of(event).notifications().notified(w, event, commit);
  }

  /** What a notice of an event says; empty if there is nothing to say. */
  public static Optional<NoticeContent> notice(Workspace w, Event event, NoticeContext context) {
    return of(event).notifications().notice(w, event, context);
  }

  /** Who is told of things of the kind of this one, and in which words. */
  public static NotificationFacet<? super Workspace, ?> notifications(Ref thing) {
    return of(thing).notifications();
  }

  /** Whether members follow things of this kind, each of which has its own conversation. */
  public static boolean isFollowed(Ref thing) {
    return notifications(thing).followed().contains(thing.kind());
  }

  /** What an answer to a notice of an event is about; null if it cannot be answered. */
  public static @Nullable Ref answered(Event event) {
    return of(event).notifications().answered(event);
  }

  /** What the weekly summary says of an event; empty if nothing. */
  public static Optional<WeeklyDeed> weekly(Workspace w, Event event) {
    return of(event).weekly(w, event);
  }

  /** The page of a thing, below that of the workspace; empty if it has none. */
  public static String page(Ref ref) {
    return of(ref).page(ref);
  }

  /** What seats have to do now. */
  static Stream<Duty> duties(Workspace w) {
    return REGISTERED.stream().flatMap(capability -> capability.duties(w));
  }

  /** The event by which a duty goes from one seat to another. */
  static Event passedOn(Workspace w, Ref thing, SeatId from, @Nullable SeatId to) {
    return of(thing).passedOn(w, thing, from, to);
  }

  /** Whether an event says that nothing of what happened with it is told by mail. */
  public static boolean isQuiet(Event event) {
    return of(event).notifications().isQuiet(event);
  }

  /** Whether one letter tells of all such events of one person within a short time. */
  public static boolean joins(Event event) {
    return of(event).notifications().joins(event);
  }

  /** Whether the notice of an event tells too what was said with it. */
  public static boolean tellsComments(Event event) {
    return of(event).notifications().tellsComments(event);
  }

  /** Whether an event decides how things of any kind are told. */
  public static boolean isSetting(Event event) {
    return of(event).notifications().isSetting(event);
  }

  /** Whether an event changes the head of its thing. */
  public static boolean changesHead(Event event) {
    return of(event).notifications().changesHead(event);
  }

  /** Whether both are of one capability. */
  public static boolean areOfOne(Event one, Event other) {
    return of(one).events().isInstance(other);
  }

  /** Whether an event is of the capability whose things are of this kind. */
  public static boolean isOf(Event event, Ref thing) {
    return of(event).kinds().contains(thing.kind());
  }

  /** Whether an event belongs to the audit view. */
  public static boolean isAudited(Event event) {
    return of(event).isAudited(event);
  }

  /** Whether an event is told in the list of what happened. */
  public static boolean isActivity(Event event) {
    return of(event).isActivity(event);
  }

  /** The title that an event gives to the thing with this id; null if it gives it none. */
  public static @Nullable String title(Event event, String id) {
    return of(event).title(event, id);
  }

  /** What people say by an event; null if they say nothing by it. */
  public static @Nullable EventWords words(Event event) {
    return of(event).words(event);
  }

  /** The words of an event in which others can be mentioned; empty if there are none. */
  public static Optional<MentionableText> mentionable(Event event) {
    return of(event).mentionable(event);
  }

  /** The thing of which an event changed what a search finds it by; null if it changed none. */
  public static @Nullable Ref searched(Event event) {
    return of(event).searched(event);
  }
}

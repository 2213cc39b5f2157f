package org.caucus.coalition.lists;

import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.Item;
import org.caucus.coalition.access.Scope;
import org.caucus.coalition.capability.About;
import org.caucus.coalition.capability.Capability;
import org.caucus.coalition.capability.ChangedThings;
import org.caucus.coalition.capability.CommandFamily;
import org.caucus.coalition.capability.EventExport;
import org.caucus.coalition.capability.EventFollower;
import org.caucus.coalition.capability.EventName;
import org.caucus.coalition.capability.EventWords;
import org.caucus.coalition.capability.Facet;
import org.caucus.coalition.capability.Facets;
import org.caucus.coalition.capability.KnownTo;
import org.caucus.coalition.capability.MailFacet;
import org.caucus.coalition.capability.NotificationFacet;
import org.caucus.coalition.entries.Entries;
import org.caucus.coalition.entries.EntryEvent;
import org.caucus.coalition.lists.imports.ImportCommand;
import org.caucus.coalition.lists.imports.ImportDecider;
import org.caucus.coalition.lists.mail.ConversationMail;
import org.caucus.coalition.lists.subscriptions.QuietHours;
import org.caucus.kernel.CommitTime;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;
import org.caucus.kernel.Slices;
import org.jspecify.annotations.Nullable;

/** Mailing lists, their threads, and how each seat gets mail. */
public final class ListCapability implements Capability<Lists.Held, ListEvent> {
  @Override
  public Class<ListEvent> events() {
    return ListEvent.class;
  }

  @Override
  public List<EventName<? extends ListEvent>> names() {
    return List.of(
        EventName.of(
            "list.opened",
            ListEvent.ListOpened.class,
            "slug name description address:localPart audience"),
        EventName.of(
            "thread.started", ListEvent.ThreadStarted.class, "id list subject audience by"),
        EventName.of(
            "thread.renamed", ListEvent.ThreadRenamed.class, "id subject was startedBy by"),
        EventName.of("thread.pinned", ListEvent.ThreadPinned.class, "id by"),
        EventName.of("thread.unpinned", ListEvent.ThreadUnpinned.class, "id by"),
        EventName.of("thread.locked", ListEvent.ThreadLocked.class, "id by"),
        EventName.of("thread.unlocked", ListEvent.ThreadUnlocked.class, "id by"),
        EventName.of("conversation.left", ListEvent.ConversationLeft.class, "id by"),
        EventName.of(
            "thread.moved", ListEvent.ThreadMoved.class, "id list@list from@list startedBy by"),
        EventName.of(
            "thread.split",
            ListEvent.ThreadSplit.class,
            "id from@thread list@list subject audience startedBy by",
            (e, out) -> entries(e.entries(), out)),
        EventName.of(
            "thread.merged",
            ListEvent.ThreadMerged.class,
            "id into@thread by",
            (e, out) -> entries(e.entries(), out)),
        EventName.of(
            "thread.unmerged",
            ListEvent.ThreadUnmerged.class,
            "id from@thread audience by",
            (e, out) -> entries(e.entries(), out)),
        EventName.of("archive.import-begun", ListEvent.ImportBegun.class, "list kind audience by"),
        EventName.of(
            "thread.imported", ListEvent.ThreadImported.class, "id list subject audience by at"),
        EventName.of("delivery.set", ListEvent.DeliverySet.class, "seat list@list mode"),
        EventName.of(
            "delivery.chosen",
            ListEvent.DeliveryChosen.class,
            "seat list@list habit.mode habit.own habit.copies habit.links habit.pause"),
        EventName.of(
            "personal-mail.chosen",
            ListEvent.PersonalMailChosen.class,
            "seat personal.zone personal.echo personal.pause",
            ListCapability::times),
        EventName.of(
            "thing.chosen",
            ListEvent.ThingChosen.class,
            "seat",
            (e, out) ->
                out.put("of", out.reads(e.of()) ? e.of().toString() : null).put("wish", e.wish())),
        EventName.of(
            "list.described", ListEvent.ListDescribed.class, "list name former description by"),
        EventName.of(
            "list.styled",
            ListEvent.ListStyled.class,
            "list style.tag style.answers style.footer style.waits style.files.kb style.edits by"),
        EventName.of(
            "list.privacy-chosen",
            ListEvent.PrivacyChosen.class,
            "list privacy.addresses privacy.remote privacy.signed pictures:privacy.ofPictures by"),
        EventName.of("mail.suspended", ListEvent.MailSuspended.class, "seat"),
        EventName.of("mail.resumed", ListEvent.MailResumed.class, "seat"),
        EventName.of("mail.departure-hinted", ListEvent.DepartureHinted.class, "seat"),
        EventName.of(
            "mail-content.set",
            ListEvent.MailContentSet.class,
            "content.mode audiences:content.also by"));
  }

  /** Minutes of the day; and how each kind comes that does not come at once. */
  private static void times(ListEvent.PersonalMailChosen e, EventExport out) {
    QuietHours quiet = e.personal().quiet();
    JsonObject ways = new JsonObject();
    e.personal().ways().forEach(c -> ways.put(c.kind().name(), c.way().name()));
    out.put("quiet", quiet == null ? null : List.of(quiet.from(), quiet.until()))
        .put("ways", ways)
        .put("weekly", e.personal().weekly());
  }

  /** Those that the person who has the copy can read. */
  private static void entries(List<String> ids, EventExport out) {
    out.put("entries", ids.stream().filter(id -> out.reads(Ref.to(Ref.Kind.ENTRY, id))).toList());
  }

  @Override
  public List<CommandFamily<? super Lists.Held, ?>> commands() {
    return List.of(
        CommandFamily.moderated(ListCommand.class, ListDecider::decide),
        CommandFamily.moderated(ThreadCommand.class, ThreadDecider::decide),
        CommandFamily.of(ImportCommand.class, ImportDecider::decide));
  }

  @Override
  public Set<Ref.Kind> kinds() {
    return Set.of(Ref.Kind.LIST, Ref.Kind.THREAD);
  }

  @Override
  public Facets facets() {
    return new Facets()
        .in("coalition.lists.ListNotifications", Facet.NOTIFIED)
        .in("messaging.inbound.pipeline.steps.ResolveTarget", Facet.MAILED)
        .in("messaging.notifications.digests.Digests", Facet.SCHEDULED)
        .in("coalition.lists.ListCapability", Facet.EXPORTED)
        .in("views.search.SearchDocument", Facet.SEARCHED)
        .none("A list is read by mail, in which each message is sent.", Facet.FED)
        .none("A thread has no date.", Facet.DATED);
  }

  @Override
  public NotificationFacet<Lists.Held, ListEvent> notifications() {
    return new ListNotifications();
  }

  @Override
  public List<MailFacet<? super Lists.Held, ?>> mail() {
    return List.of(new ListMail(), new ConversationMail());
  }

  @Override
  public Slices evolve(Lists.Held now, ListEvent event, CommitTime commit) {
    Lists lists = now.lists().evolve(event, commit.at(), commit.sequence(), now.members());
    return event instanceof ListEvent.ThreadMove move ? moved(now, lists, move) : with(now, lists);
  }

  private static Slices moved(Lists.Held now, Lists lists, ListEvent.ThreadMove move) {
    return switch (move) {
      case ListEvent.ThreadMoved e -> heard(now, lists, now.entries(), e.from(), e.list());
      case ListEvent.ThreadSplit e -> moved(now, lists, e.from(), e.entries(), e.id());
      case ListEvent.ThreadMerged e -> moved(now, lists, e.id(), e.entries(), e.into());
      case ListEvent.ThreadUnmerged e -> moved(now, lists, e.from(), e.entries(), e.id());
    };
  }

  /** With messages that are in another thread now. */
  private static Slices moved(
      Lists.Held now, Lists lists, String from, List<String> ids, String to) {
    Ref there = Ref.to(Ref.Kind.THREAD, to);
    Entries entries = now.entries().moved(Ref.to(Ref.Kind.THREAD, from), ids, there);
    return heard(now, lists, entries, list(lists, from), list(lists, to));
  }

  private static String list(Lists lists, String thread) {
    return lists.thread(thread).orElseThrow().list();
  }

  /** What was said last on each of two lists can be another. */
  private static Slices heard(
      Lists.Held now, Lists lists, Entries entries, String one, String other) {
    Lists heard = lists.heardAnew(one, entries);
    return now.slices()
        .with(Entries.SLICE, entries)
        .with(Lists.SLICE, one.equals(other) ? heard : heard.heardAnew(other, entries));
  }

  private static Slices with(Lists.Held now, Lists lists) {
    return now.slices().with(Lists.SLICE, lists);
  }

  /** What was said last on a list is kept with it. */
  @Override
  public List<EventFollower<? super Lists.Held, ?>> follows() {
    return List.of(new EventFollower<>(EntryEvent.class, ListCapability::heard));
  }

  private static Slices heard(Lists.Held now, EntryEvent event) {
    return with(now, now.lists().heard(now.entries().find(event.id()).orElseThrow()));
  }

  /** What was said last on a list is for the readers it has now. */
  @Override
  public Slices audienceChanged(Lists.Held now, Ref of) {
    return listOf(now, of)
        .map(list -> with(now, now.lists().heardAnew(list, now.entries())))
        .orElse(now.slices());
  }

  /** The list that a thing is, or that it was said on. */
  private static Optional<String> listOf(Lists.Held now, Ref of) {
    if (of.kind() == Ref.Kind.ENTRY) {
      return now.entries().find(of.id()).flatMap(e -> listOf(now, e.parent()));
    }
    return of.kind() == Ref.Kind.LIST
        ? Optional.of(of.id())
        : now.lists()
            .thread(of.id())
            .filter(t -> of.equals(t.ref()) && !t.isConversation())
            .map(Thread::list);
  }

  @Override
  public About about(Lists.Held now, ListEvent event, CommitTime commit) {
    return switch (event) {
      case ListEvent.ListOpened e -> About.of(now, Ref.Kind.LIST, e.slug());
      case ListEvent.ThreadStarted e -> thread(now, e.id());
      case ListEvent.ThreadImported e -> thread(now, e.id());
      case ListEvent.ThreadMoved e -> thread(now, e.id());
      case ListEvent.ThreadSplit e -> both(now, e.id(), e.from());
      case ListEvent.ThreadMerged e -> both(now, e.id(), e.into());
      case ListEvent.ThreadUnmerged e -> both(now, e.id(), e.from());
      case ListEvent.ThreadChange e -> {
        Ref thread = Ref.to(Ref.Kind.THREAD, e.id());
        yield About.of(thread, knownTo(now, thread, commit).orElseThrow());
      }
      case ListEvent.ImportBegun e -> {
        Ref list = Ref.to(Ref.Kind.LIST, e.list());
        Scope place = now.scopeOf(list).orElseThrow();
        yield About.of(list, new Scope(e.audience(), null, place));
      }
      case ListEvent.DeliverySet e -> own(e.seat());
      case ListEvent.DeliveryChosen e -> own(e.seat());
      case ListEvent.PersonalMailChosen e -> own(e.seat());
      case ListEvent.ThingChosen e -> own(e.seat());
      case ListEvent.ListDescribed e -> About.of(now, Ref.Kind.LIST, e.list());
      case ListEvent.ListStyled e -> About.of(now, Ref.Kind.LIST, e.list());
      case ListEvent.PrivacyChosen e -> About.of(now, Ref.Kind.LIST, e.list());
      case ListEvent.MailSuspended e -> mail(now, e.seat());
      case ListEvent.MailResumed e -> mail(now, e.seat());
      case ListEvent.DepartureHinted e -> About.of(seat(e.seat()), KnownTo.convenors(now, null));
      case ListEvent.MailContentSet e -> About.of(now, Ref.Kind.WORKSPACE, now.members().slug());
    };
  }

  /** On the list that it is on now. */
  private static About thread(Lists.Held now, String id) {
    String list = list(now.lists(), id);
    return About.of(now, Ref.to(Ref.Kind.THREAD, id), Ref.to(Ref.Kind.LIST, list));
  }

  /** Known to those who read both: it names the other. */
  private static About both(Lists.Held now, String id, String other) {
    Ref thread = Ref.to(Ref.Kind.THREAD, id);
    Ref under = Ref.to(Ref.Kind.THREAD, other);
    Scope scope = now.scopeOf(thread).orElseThrow().and(now.scopeOf(under).orElseThrow());
    return new About(thread, under, scope);
  }

  /** Nobody else's matter. */
  private static About own(SeatId seat) {
    return About.of(seat(seat), KnownTo.seat(seat));
  }

  private static About mail(Lists.Held now, SeatId seat) {
    return About.of(seat(seat), KnownTo.seatAndConvenors(now, seat));
  }

  private static Ref seat(SeatId id) {
    return Ref.to(Ref.Kind.SEAT, id.value());
  }

  @Override
  public Optional<Scope> scopeOf(Lists.Held now, Ref ref) {
    return ref.kind() == Ref.Kind.LIST
        ? now.lists().list(ref.id()).map(MailingList::scope)
        : now.lists().thread(ref.id()).map(now.lists()::scope);
  }

  /** A new message of a conversation reaches the people who are in it now. */
  @Override
  public Optional<Scope> placeOf(Lists.Held now, Ref ref) {
    return ref.kind() == Ref.Kind.LIST
        ? scopeOf(now, ref)
        : now.lists().thread(ref.id()).map(now.lists()::writing);
  }

  /** Nobody is told what became of a conversation after they left it. */
  @Override
  public Optional<Scope> knownTo(Lists.Held now, Ref ref, CommitTime commit) {
    return ref.kind() == Ref.Kind.LIST
        ? scopeOf(now, ref)
        : now.lists()
            .thread(ref.id())
            .map(thread -> now.lists().knownTo(thread, commit.sequence()));
  }

  @Override
  public Optional<Ref> containerOf(Lists.Held now, Ref ref) {
    return ref.kind() == Ref.Kind.THREAD
        ? now.lists().thread(ref.id()).map(t -> Ref.to(Ref.Kind.LIST, t.list()))
        : Optional.empty();
  }

  @Override
  public boolean isPossibleWhenClosed(ListEvent event) {
    return switch (event) {
      case ListEvent.DeliverySet _,
          ListEvent.DeliveryChosen _,
          ListEvent.PersonalMailChosen _,
          ListEvent.ThingChosen _,
          ListEvent.MailSuspended _,
          ListEvent.MailResumed _,
          ListEvent.DepartureHinted _ ->
          true;
      case ListEvent.ListOpened _,
          ListEvent.ThreadStarted _,
          ListEvent.ThreadImported _,
          ListEvent.ThreadChange _,
          ListEvent.ImportBegun _,
          ListEvent.ListDescribed _,
          ListEvent.ListStyled _,
          ListEvent.PrivacyChosen _,
          ListEvent.MailContentSet _ ->
          false;
    };
  }

  @Override
  public List<Ref> inside(Lists.Held now, Ref place) {
    return place.kind() == Ref.Kind.LIST
        ? now.lists().threadsOf(place.id()).stream().map(t -> Ref.to(Ref.Kind.THREAD, t)).toList()
        : List.of();
  }

  @Override
  public Slices widened(
      Lists.Held now, Ref of, Audience to, @Nullable String label, CommitTime commit) {
    return readBy(now, of, to);
  }

  @Override
  public Slices narrowed(Lists.Held now, Ref of, Audience to, UnaryOperator<Audience> narrower) {
    return readBy(now, of, to);
  }

  private static Slices readBy(Lists.Held now, Ref of, Audience to) {
    return with(
        now,
        of.kind() == Ref.Kind.LIST
            ? now.lists().heldTo(of.id(), to)
            : now.lists().readBy(of.id(), to));
  }

  @Override
  public Optional<Item> find(Lists.Held now, Ref ref) {
    return ref.kind() == Ref.Kind.LIST
        ? now.lists().list(ref.id()).map(ListItem::new)
        : now.lists().thread(ref.id()).map(t -> new ThreadItem(t, now.lists().scope(t)));
  }

  @Override
  public void show(Lists.Held now, Ref ref, ChangedThings out) {
    if (ref.kind() == Ref.Kind.LIST) {
      now.lists()
          .opened(ref.id())
          .ifPresent(l -> out.add("lists", ListPresenter.show(now, l, out.reader(), out.domain())));
    } else {
      now.lists().thread(ref.id()).ifPresent(t -> show(now, t, out));
    }
  }

  /** With what was said last on its list, which this may be. */
  private static void show(Lists.Held now, Thread thread, ChangedThings out) {
    out.add("threads", ListPresenter.show(now, thread, out.reader()));
    thread.links().others().forEach(id -> out.put(Ref.to(Ref.Kind.THREAD, id)));
    now.lists()
        .opened(thread.list())
        .flatMap(list -> ListPresenter.said(now, list, out.reader()))
        .ifPresent(said -> out.add("said", said));
  }

  @Override
  public String page(Ref ref) {
    return ref.kind() == Ref.Kind.THREAD ? "threads/" + ref.id() : "";
  }

  @Override
  public boolean isAudited(ListEvent event) {
    return switch (event) {
      case ListEvent.MailContentSet _,
          ListEvent.ImportBegun _,
          ListEvent.ListDescribed _,
          ListEvent.ListStyled _,
          ListEvent.PrivacyChosen _,
          ListEvent.ThreadLocked _,
          ListEvent.ThreadUnlocked _,
          ListEvent.ThreadMoved _,
          ListEvent.ThreadSplit _,
          ListEvent.ThreadMerged _,
          ListEvent.ThreadUnmerged _ ->
          true;
      case ListEvent.ThreadRenamed e -> !e.by().equals(e.startedBy());
      case ListEvent.ThreadPinned _, ListEvent.ThreadUnpinned _, ListEvent.ConversationLeft _ ->
          false;
      case ListEvent.ListOpened _,
          ListEvent.ThreadStarted _,
          ListEvent.ThreadImported _,
          ListEvent.DeliverySet _,
          ListEvent.DeliveryChosen _,
          ListEvent.PersonalMailChosen _,
          ListEvent.ThingChosen _,
          ListEvent.MailSuspended _,
          ListEvent.MailResumed _,
          ListEvent.DepartureHinted _ ->
          false;
    };
  }

  @Override
  public @Nullable String title(ListEvent event, String id) {
    return switch (event) {
      case ListEvent.ThreadStarted e -> e.id().equals(id) ? e.subject() : null;
      case ListEvent.ThreadImported e -> e.id().equals(id) ? e.subject() : null;
      case ListEvent.ThreadRenamed e -> e.id().equals(id) ? e.subject() : null;
      case ListEvent.ThreadSplit e -> e.id().equals(id) ? e.subject() : null;
      case ListEvent.ListOpened _,
          ListEvent.ThreadChange _,
          ListEvent.ImportBegun _,
          ListEvent.DeliverySet _,
          ListEvent.DeliveryChosen _,
          ListEvent.PersonalMailChosen _,
          ListEvent.ThingChosen _,
          ListEvent.ListDescribed _,
          ListEvent.ListStyled _,
          ListEvent.PrivacyChosen _,
          ListEvent.MailSuspended _,
          ListEvent.MailResumed _,
          ListEvent.DepartureHinted _,
          ListEvent.MailContentSet _ ->
          null;
    };
  }

  @Override
  public @Nullable EventWords words(ListEvent event) {
    return switch (event) {
      case ListEvent.ListOpened e ->
          EventWords.of(
              Ref.Kind.LIST,
              e.slug(),
              EventWords.brief(e.name()),
              EventWords.brief(e.description()));
      case ListEvent.ListDescribed e ->
          EventWords.of(
              Ref.Kind.LIST,
              e.list(),
              EventWords.brief(e.name()),
              EventWords.brief(e.description()));
      case ListEvent.ThreadStarted e ->
          EventWords.of(Ref.Kind.THREAD, e.id(), EventWords.brief(e.subject()));
      case ListEvent.ThreadImported e ->
          EventWords.of(Ref.Kind.THREAD, e.id(), EventWords.brief(e.subject()));
      case ListEvent.ThreadRenamed e ->
          EventWords.of(Ref.Kind.THREAD, e.id(), EventWords.brief(e.subject()));
      case ListEvent.ThreadSplit e ->
          EventWords.of(Ref.Kind.THREAD, e.id(), EventWords.brief(e.subject()));
      case ListEvent.ImportBegun _,
          ListEvent.ThreadChange _,
          ListEvent.DeliverySet _,
          ListEvent.DeliveryChosen _,
          ListEvent.PersonalMailChosen _,
          ListEvent.ThingChosen _,
          ListEvent.ListStyled _,
          ListEvent.PrivacyChosen _,
          ListEvent.MailSuspended _,
          ListEvent.MailResumed _,
          ListEvent.DepartureHinted _,
          ListEvent.MailContentSet _ ->
          null;
    };
  }

  @Override
  public @Nullable Ref searched(ListEvent event) {
    if (event instanceof ListEvent.ThreadMerged e) {
      return Ref.to(Ref.Kind.THREAD, e.into());
    }
    return event instanceof ListEvent.ThreadMove || event instanceof ListEvent.ThreadRenamed
        ? Ref.to(Ref.Kind.THREAD, ((ListEvent.ThreadChange) event).id())
        : null;
  }
}

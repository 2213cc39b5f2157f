package org.caucus.coalition.entries;

import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.Item;
import org.caucus.coalition.access.Scope;
import org.caucus.coalition.capability.About;
import org.caucus.coalition.capability.Capability;
import org.caucus.coalition.capability.ChangedThings;
import org.caucus.coalition.capability.CommandFamily;
import org.caucus.coalition.capability.EventExport;
import org.caucus.coalition.capability.EventName;
import org.caucus.coalition.capability.EventWords;
import org.caucus.coalition.capability.Facet;
import org.caucus.coalition.capability.Facets;
import org.caucus.coalition.capability.MentionableText;
import org.caucus.kernel.CommitTime;
import org.caucus.kernel.Ref;
import org.caucus.kernel.Slices;
import org.caucus.platform.spill.StoredText;
import org.jspecify.annotations.Nullable;

/** What people say under things; the commands are those of the things. */
public final class EntryCapability implements Capability<Entries.Held, EntryEvent> {
  @Override
  public Class<EntryEvent> events() {
    return EntryEvent.class;
  }

  @Override
  public List<EventName<? extends EntryEvent>> names() {
    return List.of(
        EventName.of(
            "entry.posted",
            EntryEvent.EntryPosted.class,
            "id parent answers@entry seat audience text via",
            EntryCapability::files),
        EventName.of(
            "entry.imported",
            EntryEvent.EntryImported.class,
            "id parent answers@entry seat audience at text",
            (e, out) -> out.put("attachments", EntryPresenter.files(e.letter()))));
  }

  private static void files(EntryEvent.EntryPosted e, EventExport out) {
    if (e.letter() != null) {
      out.put("attachments", EntryPresenter.files(e.letter()));
    } else if (!e.attached().isEmpty()) {
      out.put("attachments", EntryPresenter.files(e.attached()));
    }
  }

  @Override
  public List<CommandFamily<? super Entries.Held, ?>> commands() {
    return List.of();
  }

  @Override
  public Set<Ref.Kind> kinds() {
    return Set.of(Ref.Kind.ENTRY);
  }

  @Override
  public Facets facets() {
    return new Facets()
        .in("messaging.notifications.rules.NotificationAudience", Facet.NOTIFIED)
        .in("messaging.inbound.pipeline.steps.ResolveTarget", Facet.MAILED)
        .in("coalition.entries.EntryCapability", Facet.EXPORTED)
        .in("views.search.SearchDocument", Facet.SEARCHED)
        .none("A post is published when it is written.", Facet.SCHEDULED)
        .none("Feeds are of things, and not of what is said under them.", Facet.FED)
        .none("A post has no date but that on which it was written.", Facet.DATED);
  }

  @Override
  public Slices evolve(Entries.Held now, EntryEvent event, CommitTime commit) {
    return now.slices().with(Entries.SLICE, now.entries().evolve(event, commit.at()));
  }

  @Override
  public About about(Entries.Held now, EntryEvent event, CommitTime commit) {
    return switch (event) {
      case EntryEvent.EntryPosted e -> about(now, e.id());
      case EntryEvent.EntryImported e -> about(now, e.id());
    };
  }

  /** Under what it hangs on now. */
  private static About about(Entries.Held now, String id) {
    Ref under = now.entries().find(id).map(Entry::parent).orElse(null);
    return About.of(now, Ref.to(Ref.Kind.ENTRY, id), under);
  }

  @Override
  public @Nullable String messageId(EntryEvent event) {
    return event instanceof EntryEvent.EntryPosted e && e.letter() != null
        ? e.letter().messageId()
        : null;
  }

  @Override
  public Optional<Scope> scopeOf(Entries.Held now, Ref ref) {
    return now.entries().find(ref.id()).flatMap(e -> scopeOf(now, e));
  }

  /** An answer reaches the readers of what it answers who are still there. */
  @Override
  public Optional<Scope> placeOf(Entries.Held now, Ref ref) {
    return now.entries()
        .find(ref.id())
        .flatMap(
            e -> now.placeOf(e.parent()).map(place -> Posting.answering(now.access(), place, e)));
  }

  @Override
  public Optional<Ref> containerOf(Entries.Held now, Ref ref) {
    return now.entries().find(ref.id()).map(Entry::parent);
  }

  private static Optional<Scope> scopeOf(Entries.Held now, Entry entry) {
    return now.scopeOf(entry.parent()).map(p -> p.holds(entry.audience(), entry.at()));
  }

  @Override
  public Slices widened(
      Entries.Held now, Ref of, Audience to, @Nullable String label, CommitTime commit) {
    return now.slices().with(Entries.SLICE, now.entries().readBy(of.id(), to));
  }

  @Override
  public Slices narrowed(Entries.Held now, Ref of, Audience to, UnaryOperator<Audience> narrower) {
    return now.slices().with(Entries.SLICE, now.entries().readBy(of.id(), to));
  }

  @Override
  public Optional<Item> find(Entries.Held now, Ref ref) {
    return now.entries()
        .find(ref.id())
        .map(e -> new EntryItem(e, scopeOf(now, e).orElseThrow(), now.item(e.parent())));
  }

  @Override
  public void show(Entries.Held now, Ref ref, ChangedThings out) {
    now.entries().find(ref.id()).ifPresent(e -> out.add("entries", show(now, e, out)));
  }

  private static JsonObject show(Entries.Held now, Entry entry, ChangedThings out) {
    Scope parent = now.scopeOf(entry.parent()).orElseThrow();
    return EntryPresenter.show(now, entry, parent, out.reader());
  }

  @Override
  public EventWords words(EntryEvent event) {
    return new EventWords(
        Ref.to(Ref.Kind.ENTRY, event.id()),
        switch (event) {
          case EntryEvent.EntryPosted e -> Stream.concat(Stream.of(e.words()), names(e)).toList();
          case EntryEvent.EntryImported e -> List.of(e.words());
        });
  }

  /** What is brought in was said to those of its time; a stranger does not know who is here. */
  @Override
  public Optional<MentionableText> mentionable(EntryEvent event) {
    return switch (event) {
      case EntryEvent.EntryPosted e ->
          MentionableText.of(Ref.to(Ref.Kind.ENTRY, e.id()), "text", e.words())
              .filter(text -> e.letter() == null || e.letter().from() == null);
      case EntryEvent.EntryImported _ -> Optional.empty();
    };
  }

  /** What the files of a post are called. */
  private static Stream<StoredText> names(EntryEvent.EntryPosted posted) {
    return posted.files().map(file -> StoredText.of(file.name()));
  }

  @Override
  public Ref searched(EntryEvent event) {
    return Ref.to(Ref.Kind.ENTRY, event.id());
  }

  @Override
  public boolean isAudited(EntryEvent event) {
    return false;
  }
}

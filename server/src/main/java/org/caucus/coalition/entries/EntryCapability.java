package org.caucus.coalition.entries;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.Scope;
import org.caucus.coalition.capability.About;
import org.caucus.coalition.capability.Capability;
import org.caucus.coalition.capability.CommandFamily;
import org.caucus.coalition.capability.EventName;
import org.caucus.kernel.CommitTime;
import org.caucus.kernel.Ref;
import org.caucus.kernel.Slices;
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
        EventName.of("entry.posted", EntryEvent.EntryPosted.class),
        EventName.of("entry.imported", EntryEvent.EntryImported.class));
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
  public Slices evolve(Entries.Held now, EntryEvent event, CommitTime commit) {
    return now.slices().with(Entries.SLICE, now.entries().evolve(event, commit.at()));
  }

  @Override
  public About about(Entries.Held now, EntryEvent event, CommitTime commit) {
    return switch (event) {
      case EntryEvent.EntryPosted e -> About.of(now, Ref.to(Ref.Kind.ENTRY, e.id()), e.parent());
      case EntryEvent.EntryImported e -> About.of(now, Ref.to(Ref.Kind.ENTRY, e.id()), e.parent());
    };
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
}

package org.caucus.messaging.inbound.pipeline;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.Scope;
import org.caucus.coalition.entries.Channel;
import org.caucus.coalition.entries.Entry;
import org.caucus.coalition.trackers.Issue;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;
import org.caucus.workspace.Workspace;
import org.jspecify.annotations.Nullable;

/**
 * Finds what a letter answers by its In-Reply-To and References (RFC 5322 section 3.6.4). What the
 * sender cannot read is never found, so that a guessed identifier tells nothing.
 */
public final class References {
  private static final Pattern LABEL = Pattern.compile("\\[([A-Za-z0-9-]{3,80})\\]");

  private final Workspace workspace;
  private final SeatId reader;
  private final String domain;
  private final Ref place;

  /**
   * One thing that a letter refers to and its sender can read.
   *
   * @param parent the thread, issue, update or action
   * @param entry the entry; null for the thing itself
   * @param known who read it when its sender could first read it
   */
  public record Reference(Ref parent, @Nullable String entry, Scope scope, Audience known) {}

  /**
   * @param domain in the Message-IDs of what was written in the browser: {@code <id@domain>}
   * @param place the list or tracker that is written to
   */
  public References(Workspace workspace, SeatId reader, String domain, Ref place) {
    this.workspace = workspace;
    this.reader = reader;
    this.domain = domain;
    this.place = place;
  }

  /**
   * Identifiers a letter names, the nearest first. Of several that it answers the first is nearest;
   * the others come after its thread: some programs name all that a reader had marked.
   */
  public static List<String> ids(IncomingLetter incoming) {
    List<String> answered = incoming.letter().inReplyTo();
    Set<String> ids = new LinkedHashSet<>(answered.subList(0, Math.min(1, answered.size())));
    ids.addAll(incoming.letter().references().reversed());
    ids.addAll(answered);
    return List.copyOf(ids);
  }

  /** What the letter refers to, the nearest first. */
  public List<Reference> of(IncomingLetter incoming) {
    return ids(incoming).stream().flatMap(id -> find(id).stream()).toList();
  }

  /**
   * The same, or the issue that its subject names, as in {@code [COP-12]}, if it refers to none.
   */
  public List<Reference> named(IncomingLetter incoming) {
    List<Reference> known = of(incoming);
    return known.isEmpty() && place.kind() == Ref.Kind.TRACKER
        ? labelled(incoming.letter().subject()).stream().toList()
        : known;
  }

  private Optional<Reference> labelled(String subject) {
    Matcher label = LABEL.matcher(subject);
    return label.find()
        ? workspace
            .issues()
            .find(workspace.access(), reader, label.group(1))
            .map(i -> labelled(i, label.group(1)))
            .filter(r -> here(r.parent()) && workspace.access().canRead(reader, r.scope()))
        : Optional.empty();
  }

  /** A widened issue has another label: anyone who writes the one before knew of fewer readers. */
  private Reference labelled(Issue issue, String label) {
    Scope scope = workspace.issues().scope(issue);
    boolean newest = label.equalsIgnoreCase(issue.label());
    return new Reference(
        issue.ref(), null, scope, newest ? scope.audience() : first(issue.ref(), scope));
  }

  private Audience first(Ref thing, Scope scope) {
    return workspace.firstFor(reader, thing, scope);
  }

  /** Whether this is in the place that is written to. */
  public boolean here(Ref thing) {
    return switch (thing.kind()) {
      case THREAD ->
          place.kind() == Ref.Kind.LIST
              && workspace.lists().thread(thing.id()).stream()
                  .anyMatch(t -> t.isOrWasOn(place.id()));
      case ISSUE ->
          place.kind() == Ref.Kind.TRACKER
              && workspace.issues().find(thing.id()).stream()
                  .anyMatch(i -> i.tracker().equals(place.id()));
      default -> false;
    };
  }

  private Optional<Reference> find(String messageId) {
    return entry(messageId)
        .map(
            e ->
                new Reference(
                    e.parent(), e.id(), scope(Ref.to(Ref.Kind.ENTRY, e.id())), workspace.saidTo(e)))
        .or(() -> thing(messageId))
        .filter(r -> workspace.access().canRead(reader, r.scope()));
  }

  /**
   * One letter to two lists is an entry on each: the one in this place comes first. One that its
   * sender cannot read stands in the way of none, and neither does a copy of an archive, which
   * proves nothing about who wrote it and to whom.
   */
  private Optional<Entry> entry(String messageId) {
    List<Entry> all = workspace.entries().allByMessageId(messageId).filter(this::reads).toList();
    List<Entry> sent = all.stream().filter(e -> e.via() != Channel.ARCHIVE).toList();
    List<Entry> known = sent.isEmpty() ? all : sent;
    return known.stream()
        .filter(e -> here(e.parent()))
        .findFirst()
        .or(() -> known.stream().findFirst())
        .or(() -> ours(messageId).flatMap(workspace.entries()::find));
  }

  private boolean reads(Entry entry) {
    return workspace.access().canRead(reader, scope(Ref.to(Ref.Kind.ENTRY, entry.id())));
  }

  private Optional<Reference> thing(String messageId) {
    return ours(messageId)
        .flatMap(
            id ->
                List.of(Ref.Kind.THREAD, Ref.Kind.ISSUE, Ref.Kind.UPDATE, Ref.Kind.ACTION).stream()
                    .map(kind -> Ref.to(kind, id))
                    .filter(ref -> workspace.scopeOf(ref).isPresent())
                    .findFirst())
        .map(ref -> new Reference(ref, null, scope(ref), first(ref, scope(ref))));
  }

  private Optional<String> ours(String messageId) {
    int at = messageId.lastIndexOf('@');
    return at > 0 && messageId.substring(at + 1).equalsIgnoreCase(domain)
        ? Optional.of(messageId.substring(0, at))
        : Optional.empty();
  }

  private Scope scope(Ref ref) {
    return Objects.requireNonNull(workspace.scopeOf(ref).orElse(null), "a thing without a place");
  }
}

package org.caucus.views.stream;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.caucus.coalition.entries.EntryEvent;
import org.caucus.coalition.entries.EntryPresenter;
import org.caucus.coalition.lists.ListEvent;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;
import org.caucus.views.history.EditedFields;
import org.caucus.workspace.Commit;
import org.caucus.workspace.EventDescription;
import org.caucus.workspace.Workspace;
import org.jspecify.annotations.Nullable;

/** Renders commits as the API's {@code Frame}s, filtered by what a seat can read now (R9). */
public final class FrameRenderer {
  private static final Set<String> AUDIENCE_VERBS =
      Set.of("audience.widened", "audience.narrowed", "entry.released");

  /**
   * Messages are in another place, and what is counted of both places differs; or what waits to be
   * posted would have fewer readers; or a text is called something else, and so are its reviews.
   */
  private static final Set<String> ARRANGING_VERBS =
      Set.of(
          "thread.moved",
          "thread.split",
          "thread.merged",
          "thread.unmerged",
          "conversation.left",
          "instrument.changed");

  /** Is about a company, and changes nothing of it. */
  private static final String LOOK = "look.begun";

  /** Is told of a tracker, and changes the views of it that are saved. */
  private static final String VIEW = "view.";

  /** Kinds by which one sees who is here. */
  private static final Set<Ref.Kind> ROSTER =
      Set.of(Ref.Kind.SEAT, Ref.Kind.ORGANISATION, Ref.Kind.WORKSPACE, Ref.Kind.INVITATION);

  private final String domain;
  private final InstantSource clock;
  private final EditedFields edited;

  /**
   * @param domain the mail domain that addresses show
   */
  public FrameRenderer(String domain, InstantSource clock) {
    this(domain, clock, new EditedFields());
  }

  /**
   * The same.
   *
   * @param edited says what an edit changed
   */
  public FrameRenderer(String domain, InstantSource clock, EditedFields edited) {
    this.domain = domain;
    this.clock = clock;
    this.edited = edited;
  }

  /** The frame of one commit for one seat; empty if it may not know of any of it. */
  public Optional<JsonObject> frame(Workspace now, Commit commit, SeatId reader) {
    List<EventDescription> visible = now.visible(commit, reader);
    List<Ref> taken = now.taken(commit, reader);
    if (visible.isEmpty()) {
      return taken.isEmpty() ? Optional.empty() : Optional.of(gone(now, reader, taken));
    }
    if (isImport(commit)
        || showsAuthors(commit)) { // thousands of letters are read when somebody looks at them
      return Optional.of(reload(commit.id()));
    }
    JsonArray happened = new JsonArray();
    ChangedResources puts = new ChangedResources(now, reader, domain, clock.instant());
    boolean told = ActivityRoutes.isActivity(commit);
    boolean roster = false;
    for (EventDescription h : visible) {
      if (told) {
        happened.add(happened(now, commit, h, visible, reader));
      }
      if (h.verb().startsWith(VIEW)) {
        puts.putViews(h.ref().id());
      } else if (!h.verb().equals(LOOK)) {
        puts.put(h);
      }
      roster |= changesRoster(h) || changesAudience(h) || ARRANGING_VERBS.contains(h.verb());
    }
    JsonObject frame =
        new JsonObject()
            .put("position", commit.id())
            .put("happened", happened)
            .put("put", puts.json());
    if (roster) {
      frame.put("reload", true);
    }
    return Optional.of(frame);
  }

  /** Letters of an archive: old news, of which nobody is told one by one. */
  static boolean isImport(Commit commit) {
    return commit.events().stream()
        .anyMatch(
            e -> e instanceof EntryEvent.EntryImported || e instanceof ListEvent.ThreadImported);
  }

  /** An audience changed: what hangs on the thing is read by others too, and counts differ. */
  private static boolean changesAudience(EventDescription h) {
    return AUDIENCE_VERBS.contains(h.verb());
  }

  /**
   * Something was narrowed and is taken from this reader: it names what is to go at once, which
   * this reader knew, and no more.
   */
  private static JsonObject gone(Workspace now, SeatId reader, List<Ref> taken) {
    JsonArray refs = new JsonArray();
    taken.forEach(ref -> refs.add(EntryPresenter.ref(ref)));
    return reload(now.positionFor(reader)).put("gone", refs);
  }

  /** Whose addresses are shown changed, in all that was said on a list. */
  private static boolean showsAuthors(Commit commit) {
    return commit.events().stream().anyMatch(e -> e instanceof ListEvent.PrivacyChosen);
  }

  /** Who is here changed, so head counts anywhere may differ. */
  private static boolean changesRoster(EventDescription h) {
    return !h.verb().equals(LOOK) && ROSTER.contains(h.ref().kind());
  }

  private JsonObject happened(
      Workspace now,
      Commit commit,
      EventDescription h,
      List<EventDescription> visible,
      SeatId reader) {
    JsonObject shown =
        new JsonObject()
            .put("verb", h.verb())
            .put("at", commit.at().toString())
            .put("ref", EntryPresenter.ref(h.ref()))
            .put("audience", h.scope().audience().wire())
            .put("readers", now.access().count(h.scope()));
    SeatId by = speaker(commit, h);
    if (by != null) {
      shown.put("seat", by.value());
    }
    UnreadableAuthors.of(now, commit, h, visible, reader)
        .ifPresent(from -> shown.put("from", from));
    if (h.under() != null) {
      shown.put("under", EntryPresenter.ref(h.under()));
    }
    JsonArray changes =
        h.verb().equals(ActivityRoutes.EDITED)
            ? edited.of(now, commit, h.ref().id(), reader)
            : null;
    return changes == null ? shown : shown.put("changes", changes);
  }

  /**
   * Who is named with it. Anyone who let words in, or had an update published, is named with that
   * they did, to those who may know that; the words are their author's.
   */
  static @Nullable SeatId speaker(Commit commit, EventDescription h) {
    return switch (h.ref().kind()) {
      case HOLD, ORGANISATION -> commit.by();
      default -> commit.speaker();
    };
  }

  /** Tells a browser whose position is not known here to read everything again. */
  static JsonObject reload(String position) {
    return new JsonObject()
        .put("position", position)
        .put("happened", new JsonArray())
        .put("put", new JsonObject())
        .put("reload", true);
  }
}

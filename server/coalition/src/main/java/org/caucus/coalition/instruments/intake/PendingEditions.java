package org.caucus.coalition.instruments.intake;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.caucus.kernel.Message;
import org.caucus.kernel.Overloaded;
import org.caucus.kernel.RandomIds;
import org.caucus.kernel.Refusal;
import org.caucus.kernel.SeatId;
import org.caucus.kernel.WorkspaceId;
import org.caucus.platform.eventlog.BlobId;
import org.caucus.platform.eventlog.Blobs;
import org.caucus.platform.eventlog.SealedCollection;
import org.caucus.platform.eventlog.Vault;
import org.caucus.platform.store.Mongo;
import org.jspecify.annotations.Nullable;

/**
 * What seats had read and have not adopted, beside the log and under the key of their workspace:
 * gone when that is destroyed. A seat finds its own alone. The file that it was read from is a blob
 * with the same id. Waits; for virtual threads.
 */
public final class PendingEditions {
  /** Readings of one seat, at most. */
  public static final int MOST = 10;

  private static final String COLLECTION = "pending-editions";

  private static final int TRIES = 10;

  private static final int PAGE = 1_000;

  private final Mongo mongo;
  private final Vault vault;
  private final Blobs blobs;

  /** In this database, with files among these blobs. */
  public PendingEditions(Mongo mongo, Vault vault, Blobs blobs) {
    this.mongo = mongo;
    this.vault = vault;
    this.blobs = blobs;
  }

  private SealedCollection in(WorkspaceId workspace) {
    return new SealedCollection(mongo.documents(COLLECTION), vault, workspace);
  }

  private String of(WorkspaceId workspace, SeatId seat) {
    return workspace.value()
        + "/"
        + vault.blindIndex("pending-editions", workspace + " " + seat)
        + "/";
  }

  /** The id of what a seat has read under a key; nobody else comes to the same. */
  String idOf(WorkspaceId workspace, SeatId seat, @Nullable String key) {
    return key == null
        ? RandomIds.random()
        : RandomIds.from(vault.blindIndex("pending-edition", workspace + " " + seat + " " + key));
  }

  /** All of a seat, the last changed first. */
  public List<PendingEdition> all(WorkspaceId workspace, SeatId seat, Instant now) {
    String own = of(workspace, seat);
    return in(workspace).range(own, own + "~", MOST * 2).await().stream()
        .map(e -> PendingEditionJson.read(e.plain()))
        .filter(p -> now.isBefore(p.usableUntil()))
        .sorted(Comparator.comparing(PendingEdition::changedAt).reversed())
        .toList();
  }

  /** One of this seat's own; {@link Refusal#absent} for all others, and when its time is over. */
  public PendingEdition find(WorkspaceId workspace, SeatId seat, String id, Instant now) {
    return entry(workspace, seat, id)
        .map(e -> PendingEditionJson.read(e.plain()))
        .filter(p -> now.isBefore(p.usableUntil()))
        .orElseThrow(Refusal::absent);
  }

  private Optional<SealedCollection.Entry> entry(WorkspaceId workspace, SeatId seat, String id) {
    return in(workspace).find(of(workspace, seat) + id).await();
  }

  /** Demands that this seat may have one more read. */
  void mustHaveRoom(WorkspaceId workspace, SeatId seat, Instant now) {
    if (all(workspace, seat, now).size() >= MOST) {
      throw Refusal.conflict(Message.of("readings-limit", "limit", MOST));
    }
  }

  /** Keeps it, or finds what was kept under the same id before. */
  PendingEdition begin(WorkspaceId workspace, SeatId seat, PendingEdition fresh) {
    boolean isNew =
        in(workspace)
            .insertIfAbsent(
                of(workspace, seat) + fresh.id(),
                fresh.usableUntil().toEpochMilli(),
                PendingEditionJson.write(fresh))
            .await();
    return isNew ? fresh : find(workspace, seat, fresh.id(), fresh.at());
  }

  /**
   * Changes it; durable when it returns.
   *
   * @param version that the change was made on
   * @throws Refusal if it was changed since, with its version now
   */
  PendingEdition change(
      WorkspaceId workspace,
      SeatId seat,
      String id,
      int version,
      Instant now,
      UnaryOperator<PendingEdition> change) {
    for (int i = 0; i < TRIES; i++) {
      SealedCollection.Entry entry = entry(workspace, seat, id).orElseThrow(Refusal::absent);
      PendingEdition was = PendingEditionJson.read(entry.plain());
      if (!now.isBefore(was.usableUntil())) {
        throw Refusal.absent();
      }
      mustBe(was, version);
      PendingEdition is = change.apply(was);
      OptionalLong end = OptionalLong.of(is.usableUntil().toEpochMilli());
      byte[] plain = PendingEditionJson.write(is);
      if (in(workspace).replaceIf(entry.id(), entry.version(), plain, end).await()) {
        return is;
      }
    }
    throw new Overloaded();
  }

  static void mustBe(PendingEdition pending, int version) {
    if (pending.version() != version) {
      throw Refusal.stale(Map.of("version", pending.version()));
    }
  }

  /** It was given up: its file goes too. */
  void discard(WorkspaceId workspace, SeatId seat, PendingEdition pending) {
    adopted(workspace, seat, pending.id());
    String blob = pending.source().blob();
    if (blob != null) {
      blobs.delete(workspace, new BlobId(blob)).await();
    }
  }

  /** It is in the log now, and its file is named there. */
  void adopted(WorkspaceId workspace, SeatId seat, String id) {
    in(workspace).delete(of(workspace, seat) + id).await();
  }

  /** The ids of all files that wait, of all workspaces. */
  public Set<String> blobs() {
    Set<String> found = new HashSet<>();
    String after = "";
    List<String> page;
    do {
      page = mongo.documents(COLLECTION).ids(after, "~", PAGE).await();
      page.forEach(id -> found.add(id.substring(id.lastIndexOf('/') + 1)));
      after = page.isEmpty() ? after : page.getLast();
    } while (page.size() == PAGE);
    return found;
  }

  /** Removes what nobody has changed for {@link PendingEdition#KEPT}; its file is swept later. */
  public void removeOld(Instant now) {
    List<String> old = mongo.documents(COLLECTION).dueIds(now.toEpochMilli(), PAGE).await();
    old.forEach(id -> in(new WorkspaceId(id.substring(0, id.indexOf('/')))).remove(id).await());
  }
}

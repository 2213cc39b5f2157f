package org.caucus.views.drafts;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.caucus.kernel.Message;
import org.caucus.kernel.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * All that one seat is writing. Immutable.
 *
 * @param all in the order in which they were begun
 */
record OwnDrafts(List<OwnDraft> all) {
  /** Drafts of one seat, at most. */
  static final int MOST = 100;

  /** Octets of all drafts of one seat together, at most. */
  static final int MOST_BYTES = 1024 * 1024;

  /** A draft that was not changed for so long is removed. */
  static final Duration KEPT = Duration.ofDays(90);

  static final OwnDrafts NONE = new OwnDrafts(List.of());

  OwnDrafts {
    all = List.copyOf(all);
  }

  Optional<OwnDraft> find(String id) {
    return all.stream().filter(draft -> draft.id().equals(id)).findFirst();
  }

  /** Without those that nobody has changed for long. */
  OwnDrafts at(Instant now) {
    Instant oldest = now.minus(KEPT);
    return new OwnDrafts(all.stream().filter(d -> d.changedAt().isAfter(oldest)).toList());
  }

  /** When the next of them is to be removed. */
  Instant nextEnd() {
    return all.stream()
        .map(draft -> draft.changedAt().plus(KEPT))
        .min(Instant::compareTo)
        .orElse(Instant.EPOCH);
  }

  /**
   * With this one, in the place of what stands there.
   *
   * @param known the version that its author had; null if they knew of none
   * @throws Refusal if another device changed it since, with what stands there; if it is too much
   */
  OwnDrafts with(OwnDraft draft, @Nullable String known) {
    Optional<OwnDraft> standing = find(draft.id());
    if (standing.map(d -> d.draft().equals(draft.draft())).orElse(false)) {
      return this; // the answer was lost, or both wrote the same
    }
    mustStand(standing, known);
    List<OwnDraft> kept = new ArrayList<>(all);
    kept.removeIf(one -> one.id().equals(draft.id()));
    kept.add(draft);
    if (kept.size() > MOST) {
      throw Refusal.conflict(Message.of("own-drafts-limit", "limit", MOST));
    }
    if (kept.stream().mapToInt(OwnDraft::bytes).sum() > MOST_BYTES) {
      throw Refusal.tooLarge("draft", Message.of("own-drafts-too-large", "limit", MOST_BYTES));
    }
    return new OwnDrafts(kept);
  }

  /**
   * Without this one, unless another device changed it since.
   *
   * @param known the version that was seen; empty if it goes whatever it says
   */
  OwnDrafts without(String id, Optional<String> known) {
    Optional<OwnDraft> standing = find(id);
    if (standing.isEmpty()) {
      return this;
    }
    known.ifPresent(version -> mustStand(standing, version));
    return new OwnDrafts(all.stream().filter(one -> !one.id().equals(id)).toList());
  }

  private static void mustStand(Optional<OwnDraft> standing, @Nullable String known) {
    if (standing.isPresent() && !Objects.equals(standing.get().version(), known)) {
      throw Refusal.stale(standing.get().json().getMap());
    }
  }

  byte[] write() {
    JsonArray drafts = new JsonArray();
    all.forEach(draft -> drafts.add(draft.json()));
    return new JsonObject().put("drafts", drafts).toBuffer().getBytes();
  }

  static OwnDrafts read(byte[] bytes) {
    return new OwnDrafts(
        new JsonObject(Buffer.buffer(bytes))
            .getJsonArray("drafts").stream().map(d -> OwnDraft.of((JsonObject) d)).toList());
  }
}

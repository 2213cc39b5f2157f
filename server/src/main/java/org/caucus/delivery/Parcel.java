package org.caucus.delivery;

import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.caucus.log.WorkspaceId;
import org.jspecify.annotations.Nullable;

/**
 * Something to be sent to a few recipients, with the ledger of what became of it.
 *
 * @param id from {@link #id}; the same parcel put twice is one
 * @param workspace whose it is; null for mail of the installation
 * @param kind name of its {@link Composer}
 * @param payload references for the composer, not words
 * @param recipients at most {@link #MAX_RECIPIENTS}
 * @param at when it was put
 */
public record Parcel(
    String id,
    @Nullable WorkspaceId workspace,
    String kind,
    JsonObject payload,
    List<Recipient> recipients,
    Instant at) {
  /** Most recipients of one parcel: what one claim can send in good time. */
  public static final int MAX_RECIPIENTS = 50;

  /** Bytes of an id. */
  static final int ID_BYTES = 16;

  /** A first try so long ago that it goes before all others. */
  private static final Instant AT_ONCE = Instant.ofEpochMilli(1);

  /**
   * One recipient.
   *
   * @param who what the composer knows them by: a seat, or an address
   */
  public record Recipient(String who, Fate fate) {}

  /** Checks the number of recipients, and keeps them as they are now. */
  public Parcel {
    if (recipients.isEmpty() || recipients.size() > MAX_RECIPIENTS) {
      throw new IllegalArgumentException("a parcel has 1 to " + MAX_RECIPIENTS + " recipients");
    }
    recipients = List.copyOf(recipients);
  }

  /** A parcel to be sent in its turn. */
  public static Parcel of(
      String id,
      @Nullable WorkspaceId workspace,
      String kind,
      JsonObject payload,
      List<String> who,
      Instant at) {
    return new Parcel(id, workspace, kind, payload, waiting(who, at), at);
  }

  /** A parcel somebody is waiting for, such as a sign-in code: it overtakes all others. */
  public static Parcel urgent(String id, String kind, JsonObject payload, String who, Instant at) {
    return new Parcel(id, null, kind, payload, waiting(List.of(who), AT_ONCE), at);
  }

  private static List<Recipient> waiting(List<String> who, Instant next) {
    return who.stream().map(w -> new Recipient(w, new Fate.Waiting(next, 0, 0))).toList();
  }

  /**
   * The id of what these words name, {@value #ID_BYTES} bytes in hexadecimal. At least one of them
   * must be a random id, so that nobody can try out what an id stands for.
   */
  public static String id(String... cause) {
    try {
      byte[] words = String.join("\0", cause).getBytes(StandardCharsets.UTF_8);
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(words);
      return HexFormat.of().formatHex(Arrays.copyOf(hash, ID_BYTES));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /** When somebody waits to be sent to next; empty when it is done. */
  public Optional<Instant> next() {
    return recipients.stream()
        .flatMap(r -> r.fate() instanceof Fate.Waiting w ? Optional.of(w.next()).stream() : null)
        .min(Instant::compareTo);
  }

  /** The same parcel after this fate of one recipient. */
  Parcel with(int index, Fate fate) {
    List<Recipient> changed = new ArrayList<>(recipients);
    changed.set(index, new Recipient(recipients.get(index).who(), fate));
    return new Parcel(id, workspace, kind, payload, changed, at);
  }
}

package org.caucus.platform.eventlog.cluster.leases;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.bson.BsonBinary;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.caucus.kernel.WorkspaceId;
import org.caucus.platform.eventlog.LogException;
import org.caucus.platform.eventlog.Vault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a node was started with, as far as all nodes are to be alike in it. It stands in the node's
 * record, sealed: where others reach it, and of each setting a keyed digest, so that a value is
 * neither kept nor told. Beside it stands what the node's clock says, in clear.
 */
public final class NodeConfig {
  /**
   * How far clocks are apart is said in these steps, so that the same is said each time. What is
   * less than the last is taken for the same time: a record may be that old.
   */
  private static final List<Duration> FAR =
      List.of(
          Duration.ofHours(1),
          Duration.ofMinutes(5),
          Duration.ofSeconds(45),
          Duration.ofSeconds(15));

  private static final Logger LOG = LoggerFactory.getLogger(NodeConfig.class);
  private static final String PLACE = "nodes/terms";
  private static final String PURPOSE = "setting/";
  private static final String SEALED = "c";
  private static final String AT = "at";
  private static final String NAME = "name";
  private static final String VITAL = "vital";
  private static final String OTHER = "other";

  /** Enough of a digest that two values do not have the same. */
  private static final int DIGEST_LENGTH = 20;

  private final Vault vault;
  private final String name;
  private final Map<String, String> vital;
  private final Map<String, String> other;
  private byte[] sealed;

  /**
   * Those of this node.
   *
   * @param name where others reach it
   * @param vital by the name of a setting its value: where it differs, a node does not start
   * @param other the same of those that only confuse where they differ
   */
  public NodeConfig(
      Vault vault, String name, Map<String, String> vital, Map<String, String> other) {
    this.vault = vault;
    this.name = name;
    this.vital = digests(vital);
    this.other = digests(other);
    this.sealed = seal();
  }

  /**
   * What another node is to this one.
   *
   * @param name where it is reached
   * @param vital settings that differ between the two and must not
   * @param other settings that differ and should not
   * @param apart how far its clock is at least from this one's, one of {@link #FAR}, or nothing
   */
  record Companion(String name, List<String> vital, List<String> other, Duration apart) {
    /** What is to be said of it, a sentence or two for each thing. */
    List<String> faults() {
      return List.of(new IncompatibleNode(this).getMessage(), confusing(), late()).stream()
          .filter(words -> !words.isEmpty())
          .toList();
    }

    private String confusing() {
      return other.isEmpty()
          ? ""
          : differ(other, name)
              + ": what happens depends on where people and letters are led. Give both the same and"
              + " start one of them anew.";
    }

    private String late() {
      return apart.isZero()
          ? ""
          : "The clocks of this node and of "
              + name
              + " are more than "
              + apart.toSeconds()
              + " s apart. Set both (NTP): hours, codes and sessions go by them.";
    }
  }

  /** Names settings that differ. */
  static String differ(List<String> settings, String name) {
    return String.join(", ", settings)
        + (settings.size() == 1 ? " is" : " are")
        + " not the same at this node and at "
        + name;
  }

  private Map<String, String> digests(Map<String, String> values) {
    Map<String, String> digests = new TreeMap<>();
    values.forEach(
        (setting, value) ->
            digests.put(
                setting, vault.blindIndex(PURPOSE + setting, value).substring(0, DIGEST_LENGTH)));
    return digests;
  }

  private byte[] seal() {
    JsonObject json =
        new JsonObject()
            .put(NAME, name)
            .put(VITAL, new JsonObject(Map.copyOf(vital)))
            .put(OTHER, new JsonObject(Map.copyOf(other)));
    return vault.seal(WorkspaceId.SYSTEM, json.toBuffer().getBytes(), PLACE);
  }

  /** Seals it anew, since keys are replaced; what was sealed before stands if that fails. */
  void refresh() {
    try {
      sealed = seal();
    } catch (LogException e) {
      LOG.debug("the record of this node stays as it was sealed", e);
    }
  }

  /** Adds them to a node's record. */
  void write(BsonDocument record, long millis) {
    record.append(SEALED, new BsonBinary(sealed)).append(AT, new BsonInt64(millis));
  }

  /**
   * What another's record says; empty for a node of an older version.
   *
   * @param before milliseconds since 1970 before it was read, and {@code after} after that
   */
  Optional<Companion> read(BsonDocument record, long before, long after) {
    if (!record.isBinary(SEALED) || !record.isInt64(AT)) {
      return Optional.empty();
    }
    try {
      byte[] plain = vault.open(WorkspaceId.SYSTEM, record.getBinary(SEALED).getData(), PLACE);
      JsonObject json = new JsonObject(Buffer.buffer(plain));
      return Optional.of(
          new Companion(
              json.getString(NAME),
              different(vital, json.getJsonObject(VITAL)),
              different(other, json.getJsonObject(OTHER)),
              apart(record.getInt64(AT).getValue(), before, after)));
    } catch (LogException e) {
      LOG.debug("what another node was started with cannot be read", e);
      return Optional.empty();
    }
  }

  /** A setting that only one of them knows of is one of another version. */
  private static List<String> different(Map<String, String> own, JsonObject theirs) {
    return own.entrySet().stream()
        .filter(setting -> theirs.containsKey(setting.getKey()))
        .filter(setting -> !setting.getValue().equals(theirs.getString(setting.getKey())))
        .map(Map.Entry::getKey)
        .toList();
  }

  private static Duration apart(long at, long before, long after) {
    Duration apart = Duration.ofMillis(Math.max(before - at, Math.max(at - after, 0)));
    return FAR.stream().filter(far -> far.compareTo(apart) <= 0).findFirst().orElse(Duration.ZERO);
  }
}

package org.caucus.operator.acts;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import org.caucus.kernel.RandomIds;
import org.caucus.kernel.WorkspaceId;
import org.caucus.platform.eventlog.SealedCollection;
import org.caucus.platform.eventlog.Vault;
import org.caucus.platform.store.Mongo;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What operators did: noted before it is done, so that nothing is done that is not noted. */
public final class OperatorActs {
  /** Who acts by a command on the machine: the machine does not say which of its users. */
  public static final String SHELL = "shell";

  /** Acts that are kept; the oldest go. */
  static final int MOST = 10_000;

  private static final int PAGE = 1_000;
  private static final Logger LOG = LoggerFactory.getLogger(OperatorActs.class);

  private final SealedCollection acts;
  private final InstantSource clock;

  /**
   * One act.
   *
   * @param who name of the operator
   * @param act a word of this program: {@code mailbox.reply}
   * @param what it was done to: an id, a short name; never words of a member, nor an address
   */
  public record Act(Instant at, String who, String act, String what) {}

  /** Those of this database. */
  public OperatorActs(Mongo mongo, Vault vault, InstantSource clock) {
    this.acts = new SealedCollection(mongo.documents("operator-acts"), vault, WorkspaceId.SYSTEM);
    this.clock = clock;
  }

  /** Notes an act. Blocks until it is durable. */
  public void note(String who, String act, String what) {
    Instant now = clock.instant();
    String id = HexFormat.of().toHexDigits(Long.MAX_VALUE - now.toEpochMilli());
    JsonObject json =
        new JsonObject()
            .put("at", now.toEpochMilli())
            .put("who", who)
            .put("act", act)
            .put("what", what);
    acts.insert(id + RandomIds.random(), json.toBuffer().getBytes()).await();
    LOG.atInfo()
        .addKeyValue("event", "operator-act")
        .addKeyValue("operator", who)
        .addKeyValue("act", act)
        .addKeyValue("what", what)
        .log("security");
    tidy();
  }

  /** The newest, at most so many. Blocks. */
  public List<Act> newest(int limit) {
    return acts.range("", limit).await().stream().map(OperatorActs::read).toList();
  }

  private static Act read(SealedCollection.Entry entry) {
    JsonObject json = new JsonObject(Buffer.buffer(entry.plain()));
    return new Act(
        Instant.ofEpochMilli(json.getLong("at")),
        json.getString("who"),
        json.getString("act"),
        json.getString("what"));
  }

  private void tidy() {
    if (acts.count().await() > MOST + PAGE) {
      List<String> kept = acts.ids("", "~", MOST).await();
      acts.removeAll(acts.ids(kept.getLast(), "~", PAGE).await()).await();
    }
  }
}

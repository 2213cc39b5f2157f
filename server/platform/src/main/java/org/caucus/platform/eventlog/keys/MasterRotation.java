package org.caucus.platform.eventlog.keys;

import java.util.List;
import java.util.function.IntConsumer;

/**
 * Replaces the master key. The new key joins the old one at its source; the database is told that
 * the new one wraps from now on; every keyset is wrapped anew; and when a whole look at them finds
 * none left, the old key goes. Killed at any point it goes on at the next run: the source and the
 * database say how far it was.
 *
 * <p>A file of ours is written here, so one run does it all. A variable or a credential is the
 * operator's to write, on every node, so there it takes two: the first prints both keys, the
 * second, once every node has both, rewraps and prints what is left.
 */
public final class MasterRotation {
  private final Keyring ring;
  private final IntConsumer rewrapped;

  /**
   * @param rewrapped told how many keysets were wrapped anew so far
   */
  public MasterRotation(Keyring ring, IntConsumer rewrapped) {
    this.ring = ring;
    this.rewrapped = rewrapped;
  }

  /** How far it came. */
  public sealed interface Outcome {
    /** The keyset that belongs at the source now; its text is a secret. */
    MasterKey key();

    /** Old and new key are there; nothing is rewrapped yet. */
    record Prepared(MasterKey key) implements Outcome {}

    /**
     * The old key wraps nothing any more.
     *
     * @param keysets wrapped anew in this run
     */
    record Done(MasterKey key, int keysets) implements Outcome {}
  }

  /**
   * Goes as far as it can. Waits.
   *
   * @param twoSteps also with a file: for nodes on several machines, each with a copy of its own
   */
  public Outcome run(boolean twoSteps) {
    var there = ring.sources().there();
    if (there.size() > 1) {
      throw new KeyException.CannotRotate(
          "The master key is in more than one place: "
              + names(there)
              + ". Leave it in one, start again, then rotate.");
    }
    if (!ring.master().source().writable()) {
      return step(true);
    }
    var outcome = new Outcome[1];
    new KeyFile(ring.master().source()).alone(() -> outcome[0] = step(twoSteps));
    return outcome[0];
  }

  private static String names(List<MasterKeySource> sources) {
    return String.join(" and ", sources.stream().map(MasterKeySource::toString).toList());
  }

  private Outcome step(boolean twoSteps) {
    var key = ring.sources().read();
    int inUse = ring.inUse().await().orElseThrow();
    if (!key.keys().ids().contains(inUse)) {
      throw key.source().bad("it is not the one this database is wrapped with.", null);
    }
    if (key.keys().rotating()) {
      return complete(key);
    }
    var both = kept(key.source(), key.keys().withNewKey());
    if (twoSteps) {
      return new Outcome.Prepared(both);
    }
    return complete(both);
  }

  private MasterKey kept(MasterKeySource source, Keyset keys) {
    return source.writable() ? new KeyFile(source).write(keys) : new MasterKey(keys, source);
  }

  private Outcome complete(MasterKey both) {
    ring.know(both);
    ring.use(both);
    int count = 0;
    int found;
    do {
      found = 0;
      for (var document : ring.wrappedDocuments().await()) {
        if (ring.rewrap(document, both.keys())) {
          found++;
          rewrapped.accept(++count);
        }
      }
    } while (found > 0);
    var left = kept(both.source(), both.keys().primaryOnly());
    ring.use(left);
    return new Outcome.Done(left, count);
  }
}

package org.caucus.platform.store.replica;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.BsonDocument;
import org.bson.BsonString;

/**
 * Commands on their way to the set that do not go on before the test says so. What a race depends
 * on is done meanwhile, in one order, each time.
 */
public final class Held {
  private static final long PATIENCE_SECONDS = 20;

  private final String command;
  private final String collection;
  private final AtomicInteger toTake;
  private final CountDownLatch here;
  private final CountDownLatch goOn = new CountDownLatch(1);

  Held(String command, String collection, int many) {
    this.command = command;
    this.collection = collection;
    this.toTake = new AtomicInteger(many);
    this.here = new CountDownLatch(many);
  }

  void pass(BsonDocument asked) throws IOException {
    if (!new BsonString(collection).equals(asked.get(command)) || toTake.getAndDecrement() <= 0) {
      return;
    }
    here.countDown();
    try {
      goOn.await();
    } catch (InterruptedException e) {
      throw new InterruptedIOException("the test is over");
    }
  }

  /** Returns when all of them wait; fails if they do not come. */
  public void awaitAll() throws InterruptedException {
    if (!here.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      throw new AssertionError("no such " + command + " of " + collection + " came");
    }
  }

  /** They go on, and others do not wait. */
  public void release() {
    toTake.set(0);
    goOn.countDown();
  }
}

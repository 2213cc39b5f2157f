package org.caucus.platform.store;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** The embedded database as a server of its own, for tests with many nodes and no MongoDB. */
public final class DatabaseServer {
  private DatabaseServer() {}

  /** Directory and port; runs until it is killed. */
  public static void main(String[] args) throws InterruptedException {
    try (var served = EmbeddedMongo.serve(Path.of(args[0]), Integer.parseInt(args[1]))) {
      System.out.println("serving on " + served.address());
      new CountDownLatch(1).await();
    }
  }
}

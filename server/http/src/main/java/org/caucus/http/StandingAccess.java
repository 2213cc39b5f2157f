package org.caucus.http;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * Told of everything that a person makes in a browser and that goes on without it. Implemented by
 * {@code identity}.
 */
public interface StandingAccess {
  /** Nobody is told. */
  StandingAccess NOBODY = (call, what, id, created, undo) -> {};

  /** What was made. */
  enum Thing {
    /** A personal token. */
    TOKEN,
    /** A feed and its calendar. */
    FEED,
    /** A program that is told. */
    WEBHOOK,
    /** A browser that is told, by its push service. */
    PUSH;

    /** What its person is told by mail. */
    public String told() {
      return name().toLowerCase(Locale.ROOT) + "-made";
    }
  }

  /**
   * Notes by which sign-in it was made, and tells its person by mail. An end of that sign-in wins:
   * then it is undone.
   *
   * @throws Unauthenticated the sign-in has ended meanwhile
   */
  void keep(ApiRequest call, Thing what, String id, Instant created, Supplier<Future<Void>> undo);
}

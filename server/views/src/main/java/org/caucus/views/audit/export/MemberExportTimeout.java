package org.caucus.views.audit.export;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.WriteStream;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * How long anyone who takes in a copy may take for a page of it. A copy is written from a log that
 * is read meanwhile, and few are written at a time: who reads too slowly is broken off, keeps no
 * other from theirs, and has it all again later.
 *
 * @param forPage time to take in a page
 */
record MemberExportTimeout(Duration forPage) {
  /** The usual one. */
  static final MemberExportTimeout USUAL = new MemberExportTimeout(Duration.ofSeconds(60));

  /**
   * Writes a page, and waits until it has left. Blocks.
   *
   * @throws RuntimeException it did not leave in time, or the reader is gone
   */
  void write(WriteStream<Buffer> to, String page) {
    to.write(Buffer.buffer(page)).timeout(forPage.toMillis(), TimeUnit.MILLISECONDS).await();
  }
}

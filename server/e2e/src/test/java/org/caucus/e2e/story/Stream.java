package org.caucus.e2e.story;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.caucus.kernel.support.Clocks;

/** An open event stream (WHATWG HTML, section 9.2), read as a browser reads it. */
final class Stream implements AutoCloseable {
  /** How long it is waited for what must come. How quick it comes is measured, not tested. */
  static final long SOON_MILLIS = Clocks.LONG.toMillis();

  /** Less than any round that looks for what nobody told of. */
  private static final long CLOSES_MILLIS = 20_000;

  private static final long LOOK_EVERY_MILLIS = 5;

  private final InputStream in;
  private final List<JsonObject> frames = new CopyOnWriteArrayList<>();
  private final List<String> keys = new CopyOnWriteArrayList<>();
  private final AtomicInteger bells = new AtomicInteger();
  private final AtomicInteger reads = new AtomicInteger();
  private final List<JsonObject> drafts = new CopyOnWriteArrayList<>();
  private final CountDownLatch open = new CountDownLatch(1);
  private final CountDownLatch closed = new CountDownLatch(1);
  private volatile boolean reset;
  private volatile long closedAt;

  Stream(HttpResponse<InputStream> response) {
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("content-type")).hasValue("text/event-stream");
    in = response.body();
    Thread.ofVirtual().start(this::read);
    try {
      assertThat(open.await(60, TimeUnit.SECONDS)).as("the stream opened").isTrue();
    } catch (InterruptedException e) {
      throw new AssertionError("nobody interrupts", e);
    }
  }

  private void read() {
    try (BufferedReader lines = new BufferedReader(new InputStreamReader(in, UTF_8))) {
      String id = "";
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith("event: bell")) {
          bells.incrementAndGet();
          lines.readLine(); // its data says nothing
        } else if (line.startsWith("event: read")) {
          reads.incrementAndGet();
          lines.readLine(); // the same
        } else if (line.startsWith("event: draft")) {
          drafts.add(new JsonObject(lines.readLine().substring(6)));
        } else if (line.startsWith("key: ")) {
          keys.add(line.substring(5));
        } else if (line.startsWith("id: ")) {
          id = line.substring(4);
        } else if (line.startsWith("data: ")) {
          JsonObject frame = new JsonObject(line.substring(6));
          frames.add(frame.put("_id", id));
        }
        open.countDown();
      }
    } catch (IOException e) {
      reset = true; // an end like any other to a browser
    } finally {
      open.countDown();
      closedAt = System.nanoTime();
      closed.countDown();
    }
  }

  /** Whether it has ended by now. */
  boolean isClosed() {
    return closed.getCount() == 0;
  }

  List<JsonObject> frames() {
    return List.copyOf(frames);
  }

  /** Under which keys its reader is said to have asked for what it shows. */
  List<String> keys() {
    return List.copyOf(keys);
  }

  /** How often it said that the reader's bell says something else now. */
  int bells() {
    return bells.get();
  }

  /** How often it said that its reader has read something, or marked it as unread. */
  int reads() {
    return reads.get();
  }

  /** Which drafts it said that its reader has changed, and the version of each. */
  List<JsonObject> drafts() {
    return List.copyOf(drafts);
  }

  List<String> positions() {
    return frames.stream().map(f -> f.getString("position")).toList();
  }

  /** The frame of which this is true. */
  JsonObject soon(Predicate<JsonObject> which) throws InterruptedException {
    long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(SOON_MILLIS);
    while (System.nanoTime() < until) {
      Optional<JsonObject> found = frames.stream().filter(which).findFirst();
      if (found.isPresent()) {
        return found.get();
      }
      Thread.sleep(LOOK_EVERY_MILLIS);
    }
    return fail("no such frame among " + frames.size());
  }

  /** Whether it says something of this kind whose text holds these words. */
  static Predicate<JsonObject> put(String kind, String words) {
    return frame -> {
      JsonArray things = frame.getJsonObject("put").getJsonArray(kind);
      return things != null && things.encode().contains(words);
    };
  }

  static Predicate<JsonObject> at(String position) {
    return frame -> position.equals(frame.getString("position"));
  }

  boolean mentions(String words) {
    return frames.stream().anyMatch(f -> f.encode().contains(words));
  }

  /**
   * Whether it closes because of something that has just been answered, and not because somebody
   * looked later. How many of these did so within the second that is promised is {@link Closings}'s
   * to say.
   */
  boolean closesSoon() throws InterruptedException {
    return closed.await(CLOSES_MILLIS, TimeUnit.MILLISECONDS);
  }

  /** When its end was read, by {@link System#nanoTime()}; it must have come. */
  long closedAt() {
    assertThat(isOpen()).isFalse();
    return closedAt;
  }

  boolean isOpen() {
    return closed.getCount() > 0 && !reset;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}

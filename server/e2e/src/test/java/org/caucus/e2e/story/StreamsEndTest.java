package org.caucus.e2e.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * When a seat, a session or a token ends, what was said before it the stream may show, and nothing
 * that is said from the answer on: not because it closes quickly, but because the end comes first
 * in the same queue.
 */
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StreamsEndTest {
  private static final String W = "/api/workspaces/review";

  @TempDir static Path data;
  private StoryServer house;
  private Browser amina;
  private Stream witness;

  @BeforeAll
  void start() throws Exception {
    house = new StoryServer(data);
    amina = house.founder("review", "lantern", "memo");
    witness = amina.follow(W + "/events");
  }

  @AfterAll
  void stop() throws Exception {
    witness.close();
    house.close();
  }

  private Browser signedIn() {
    return house.signedIn(StoryServer.OPERATOR, StoryServer.FIREFOX);
  }

  /** Takes a seat by the link that is mailed; its id. */
  private String seat(Browser who, String address) throws Exception {
    String path = house.invited(amina, W, address, "lantern", "MEMBER");
    return who.post(path, new JsonObject().put("name", "Bola")).id();
  }

  private static JsonObject thread(String subject) {
    return new JsonObject().put("subject", subject).put("text", "Within 24 hours of what?");
  }

  private interface Ending {
    void end();
  }

  /** The end, at once something said after its answer, and how long the stream outlived it. */
  private long outlives(Browser reader, String mark, Ending ending) throws Exception {
    try (Stream stream = reader.follow(W + "/events")) {
      amina.post(W + "/lists/memo/threads", thread("Before " + mark)).id();
      stream.soon(Stream.put("threads", "Before " + mark));

      ending.end();

      long answered = System.nanoTime();
      amina.post(W + "/lists/memo/threads", thread("After " + mark)).id();
      witness.soon(Stream.put("threads", "After " + mark));
      long millis = Closings.after(answered, stream);
      assertThat(stream.mentions("After " + mark)).isFalse();
      return millis;
    }
  }

  /** Who it is was asked when the request began; it has to be so when it is done. */
  @Test
  void whatIsStillBeingSentWhenItsSessionEndsIsNotDone() {
    Browser phone = signedIn();

    Browser.Reply reply =
        phone.halting(
            W + "/lists/memo/threads",
            thread("Sent by nobody"),
            () -> {
              LockSupport.parkNanos(Duration.ofSeconds(1).toNanos());
              assertThat(phone.twin().delete("/api/session").status()).isEqualTo(204);
            });

    assertThat(reply.status()).isEqualTo(401);
    assertThat(amina.get(W + "/lists/memo/threads").text()).doesNotContain("Sent by nobody");
  }

  @Test
  void afterASessionEndedNothingMoreIsSentAndItsStreamClosesWithinASecond() throws Exception {
    Closings.holdTheSecond(
        "session ended",
        turn -> {
          Browser phone = signedIn();
          return outlives(
              phone,
              "session " + turn,
              () -> assertThat(phone.twin().delete("/api/session").status()).isEqualTo(204));
        });
  }

  @Test
  void afterATokenWasRevokedNothingMoreIsSentAndItsStreamClosesWithinASecond() throws Exception {
    JsonObject wanted = new JsonObject().put("name", "Feed").put("access", "read").put("days", 7);
    Browser owner = signedIn();
    Closings.holdTheSecond(
        "token revoked",
        turn -> {
          JsonObject made = owner.post("/api/tokens", wanted).json();
          return outlives(
              new Browser(house.base, made.getString("token")),
              "token " + turn,
              () ->
                  assertThat(owner.delete("/api/tokens/" + made.getString("id")).status())
                      .isEqualTo(204));
        });
  }

  @Test
  void afterASeatEndedNothingMoreIsSentAndItsStreamClosesWithinASecond() throws Exception {
    Closings.holdTheSecond(
        "seat ended",
        turn -> {
          Browser bola = house.browser();
          String seat = seat(bola, "bola" + turn + "@lantern.example");
          return outlives(
              bola,
              "seat " + turn,
              () -> signedIn().send("POST", W + "/seats/" + seat + "/end", null).id());
        });
  }
}

package org.caucus.e2e.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Two convenors think of the same new colleague in the same second. */
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InvitedAtOnceTest {
  private static final String W = "/api/workspaces/review";

  /** Rounds of what is done at once: each of two orders comes up. */
  private static final int ROUNDS = 12;

  @TempDir static Path data;
  private StoryServer house;
  private Browser amina;
  private Browser ngozi;

  @BeforeAll
  void start() throws Exception {
    house = new StoryServer(data);
    amina = house.founder("review", "lantern");
    ngozi = convenor("ngozi@lantern.example", W);
  }

  @AfterAll
  void stop() {
    house.close();
  }

  private Browser convenor(String address, String workspace) throws Exception {
    Browser convenor = house.signedIn(address, StoryServer.FIREFOX);
    String path = house.invited(amina, workspace, address, "lantern", "CONVENOR");
    convenor.post(path, new JsonObject().put("name", "Ngozi")).id();
    return convenor;
  }

  private static Browser.Reply invite(Browser by, String address) {
    return by.post(
        W + "/invitations",
        new JsonObject()
            .put("address", address)
            .put("role", "MEMBER")
            .put("organisation", "lantern"));
  }

  private static List<Browser.Reply> both(
      Callable<Browser.Reply> one, Callable<Browser.Reply> other) throws Exception {
    try (ExecutorService at = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<Browser.Reply> first = at.submit(one);
      Future<Browser.Reply> second = at.submit(other);
      return List.of(first.get(), second.get());
    }
  }

  private long seats(String name) {
    return amina.get(W).text().split("\"" + name + "\"", -1).length - 1L;
  }

  private static Callable<Browser.Reply> takes(Browser who, String link, String name) {
    return () -> who.post(link, new JsonObject().put("name", name));
  }

  @Test
  void oneOfTwoInvitationsIsSentAndTheOtherSaysWhy() throws Exception {
    for (int i = 0; i < ROUNDS; i++) {
      String address = "new" + i + "@press.example";
      Browser second = i % 2 == 0 ? ngozi : amina.twin();
      List<Browser.Reply> replies =
          both(() -> invite(amina, address), () -> invite(second, address));

      assertThat(replies).extracting(Browser.Reply::status).containsExactlyInAnyOrder(201, 409);
      assertThat(replies.get(0).text() + replies.get(1).text())
          .contains(
              "This address already has an open invitation. Cancel it first to send another one.");
      String open = amina.get(W + "/invitations").text();
      assertThat(open.split(address, -1)).hasSize(2);
    }
  }

  @Test
  void aLinkThatIsFollowedTwiceAtOnceSeatsOnePerson() throws Exception {
    for (int i = 0; i < ROUNDS; i++) {
      String name = "Twice" + i;
      String link = house.invited(amina, W, name + "@press.example", "lantern", "MEMBER");
      List<Browser.Reply> replies =
          both(takes(house.browser(), link, name), takes(house.browser(), link, name));

      assertThat(replies).extracting(Browser.Reply::status).containsExactlyInAnyOrder(201, 404);
      assertThat(seats(name)).isEqualTo(1);
    }
  }

  /** Who has one of two letters, passed on, reads the seat of that letter and not of the other. */
  @Test
  void twoLinksOfOneNewPersonSeatOnePersonAndNeitherOpensTheOther() throws Exception {
    JsonObject party =
        new JsonObject().put("slug", "lantern").put("name", "Lantern").put("side", "CIVIL_SOCIETY");
    JsonObject memo = new JsonObject().put("slug", "memo").put("name", "Memo");
    amina.post("/api/workspaces", memo.put("convenor", "Amina").put("organisation", party)).id();
    for (int i = 0; i < ROUNDS; i++) {
      String address = "both" + i + "@press.example";
      String here = house.invited(amina, W, address, "lantern", "MEMBER");
      String there = house.invited(amina, "/api/workspaces/memo", address, "lantern", "MEMBER");
      Browser one = house.browser();
      Browser other = house.browser();
      List<Browser.Reply> replies = both(takes(one, here, "Both"), takes(other, there, "Both"));

      assertThat(replies).extracting(Browser.Reply::status).containsExactly(201, 201);
      assertThat(one.get("/api/workspaces/memo").status()).as("round %s", i).isNotEqualTo(200);
      assertThat(other.get(W).status()).as("round %s", i).isNotEqualTo(200);
      Browser herself = house.signedIn(address, StoryServer.FIREFOX);
      assertThat(herself.get("/api/workspaces/memo").status()).isEqualTo(200);
      assertThat(herself.get(W).status()).isEqualTo(200);
    }
  }
}

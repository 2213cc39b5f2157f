package org.caucus.e2e.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.caucus.coalition.access.Invitation;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The link of an invitation that is over takes no seat, however it is followed. */
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SpentInvitationsTest {
  private static final String W = "/api/workspaces/review";

  @TempDir static Path data;
  private StoryServer house;
  private int people;

  @BeforeAll
  void start() throws Exception {
    house = new StoryServer(data);
    house.founder("review", "press");
  }

  @AfterAll
  void stop() {
    house.close();
  }

  private Browser amina() {
    return house.signedIn(StoryServer.OPERATOR, StoryServer.FIREFOX);
  }

  private static int accepts(Browser who, String link, String name) {
    return who.post(link, new JsonObject().put("name", name)).status();
  }

  /** Somebody is invited by a convenor, this happens, and then they follow the link. */
  private void isOver(Consumer<String> happens) throws Exception {
    String name = "Guest" + ++people;
    String path = house.invited(amina(), W, "by" + people + "@press.example", "press", "CONVENOR");
    Browser convenor = house.signedIn("by" + people + "@press.example", StoryServer.FIREFOX);
    convenor.post(path, new JsonObject().put("name", "By")).id();
    String seat = convenor.get(W).json().getString("seat");
    String link = house.invited(convenor, W, name + "@press.example", "press", "MEMBER");

    happens.accept(seat);

    assertThat(accepts(house.browser(), link, name)).isEqualTo(404);
    Browser theirs = house.signedIn(name + "@press.example", StoryServer.FIREFOX);
    assertThat(accepts(theirs, link, name)).isEqualTo(404);
    assertThat(theirs.get(W).status()).isEqualTo(404);
    assertThat(amina().get(W).text()).doesNotContain(name);
  }

  @Test
  void afterItsTime() throws Exception {
    isOver(seat -> house.pass(Invitation.LIFETIME.plusSeconds(1)));
  }

  @Test
  void afterItsSenderLeft() throws Exception {
    isOver(seat -> amina().send("POST", W + "/seats/" + seat + "/end", null));
  }

  @Test
  void afterItsSenderConvenesNoMore() throws Exception {
    JsonObject role = new JsonObject().put("role", "MEMBER");
    isOver(seat -> amina().post(W + "/seats/" + seat + "/role", role));
  }

  @Test
  void afterItWasUsedAndBySomebodyElse() throws Exception {
    String link = house.invited(amina(), W, "once@press.example", "press", "MEMBER");
    Browser other = house.signedIn("other@press.example", StoryServer.FIREFOX);
    assertThat(accepts(other, link, "Other")).as("it went to another address").isEqualTo(403);
    assertThat(accepts(house.browser(), link, "Once")).isEqualTo(201);

    assertThat(accepts(house.browser(), link, "Twice")).isEqualTo(404);
    assertThat(accepts(other, link, "Other")).isEqualTo(404);
    assertThat(amina().get(W).text()).contains("Once").doesNotContain("Twice", "Other");
  }
}

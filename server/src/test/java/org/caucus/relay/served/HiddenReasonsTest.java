package org.caucus.relay.served;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.caucus.command.Ref;
import org.caucus.command.SeatId;
import org.caucus.digests.Digests;
import org.caucus.entries.Entry;
import org.caucus.entries.Post;
import org.caucus.lists.Delivery;
import org.caucus.lists.ListCommand;
import org.caucus.members.Audience;
import org.caucus.members.Role;
import org.caucus.notices.PostOffice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two worlds that differ in what whoever asks may not read: who got what of their words is told
 * alike in both. Each story is lived twice, the second time with what is hidden.
 */
class HiddenReasonsTest {
  private static final Duration WINDOW = Duration.ofMinutes(10);

  @TempDir Path directory;
  private final AtomicInteger opened = new AtomicInteger();

  /** What happens, with what is hidden or without it; what somebody is shown of it at the end. */
  @FunctionalInterface
  private interface Story {
    Map<String, JsonObject> live(PostOffice office, boolean hidden);
  }

  private void isToldAlike(Story story) {
    assertThat(world(story, true)).isEqualTo(world(story, false));
  }

  private Map<String, JsonObject> world(Story story, boolean hidden) {
    try (PostOffice office =
        new PostOffice(directory.resolve("w" + opened.incrementAndGet()), WINDOW).founded()) {
      office.join("chi", "Chi Ude", "press", Role.MEMBER);
      return story.live(office, hidden);
    }
  }

  /** By the name of whoever got it; moments by the minute since it was said, seats by nothing. */
  private static Map<String, JsonObject> rows(PostOffice office, Entry entry, String reader) {
    SeatId asker = office.seat(reader);
    Map<String, JsonObject> rows = new TreeMap<>();
    new DeliveryPresenter(office.state(), entry, asker)
        .show(office.ledger().ofAll(office.state(), entry, asker)).getJsonArray("items").stream()
            .map(JsonObject.class::cast)
            .forEach(
                row -> {
                  String name =
                      office.state().members().nameOf(new SeatId((String) row.remove("seat")));
                  rows.put(
                      name,
                      row.containsKey("at")
                          ? row.put(
                              "at",
                              Duration.between(entry.at(), row.getInstant("at")).toSeconds() / 60)
                          : row);
                });
    return rows;
  }

  private static Entry post(PostOffice office, String person, String subject, Audience audience) {
    String thread =
        office.submit(
            person,
            new ListCommand.StartThread("coalition", subject, Post.web("Words", null, audience)));
    return office.state().entries().under(Ref.to(Ref.Kind.THREAD, thread)).getFirst();
  }

  @Test
  void aDigestDoesNotLeaveEarlyForWhatItsOtherAuthorsMayNotRead() {
    isToldAlike(
        (office, hidden) -> {
          office.submit("ben", new ListCommand.SetDelivery("coalition", Delivery.DIGEST));
          Entry asked = post(office, "lin", "Notice period", null);
          for (int i = 1; hidden && i < Digests.MAX_POSTS; i++) {
            post(office, "ada", "Among us " + i, Audience.civilSociety());
          }
          office.later(WINDOW).delivered();
          return rows(office, asked, "lin");
        });
  }

  @Test
  void aConvenorIsShownTheSameMomentForTheNextDigestWhateverElseIsInIt() {
    isToldAlike(
        (office, hidden) -> {
          office.submit("ben", new ListCommand.SetDelivery("coalition", Delivery.DIGEST));
          Audience two = Audience.named(List.of(office.seat("ben"), office.seat("lin")));
          Entry asked = post(office, "ada", "Notice period", null);
          for (int i = 1; hidden && i < Digests.MAX_POSTS; i++) {
            post(office, "lin", "Between us " + i, two);
          }
          office.followed();
          return rows(office, asked, "ada");
        });
  }

  @Test
  void whatAllReadersOfTheListReadFillsADigestAlsoWhereOthersWereWrittenTo() {
    isToldAlike(
        (office, hidden) -> {
          office.submit("ben", new ListCommand.SetDelivery("coalition", Delivery.DIGEST));
          Entry asked = post(office, "lin", "Notice period", null);
          for (int i = 1; i < Digests.MAX_POSTS; i++) {
            post(office, "ada", "For all " + i, null);
            if (hidden) {
              post(office, "ada", "Among us " + i, Audience.civilSociety());
            }
          }
          office.later(WINDOW).delivered();
          Map<String, JsonObject> rows = rows(office, asked, "lin");
          assertThat(rows.get("Ben Eze").getString("state")).isEqualTo("IN_DIGEST");
          return rows;
        });
  }
}

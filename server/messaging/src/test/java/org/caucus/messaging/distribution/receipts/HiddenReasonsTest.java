package org.caucus.messaging.distribution.receipts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.MemberCommand;
import org.caucus.coalition.access.Role;
import org.caucus.coalition.capability.EntryLetter;
import org.caucus.coalition.entries.Entry;
import org.caucus.coalition.entries.Post;
import org.caucus.coalition.lists.Delivery;
import org.caucus.coalition.lists.ListCommand;
import org.caucus.coalition.lists.NewThread;
import org.caucus.coalition.lists.subscriptions.ThreadPreference;
import org.caucus.coalition.moderation.LetterCommand;
import org.caucus.coalition.trackers.IssueCommand;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;
import org.caucus.mail.message.RawLetter;
import org.caucus.messaging.notifications.PostOffice;
import org.caucus.messaging.notifications.digests.Digests;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two worlds that differ in what anyone who asks may not read: who got what of their words is told
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

  /**
   * By the name of the person who got it; moments by the minute since it was said, dues as they
   * are.
   */
  private static Map<String, JsonObject> rows(PostOffice office, Entry entry, String reader) {
    SeatId asker = office.seat(reader);
    Map<String, JsonObject> rows = new TreeMap<>();
    new DeliveryPresenter(office.state(), entry, asker)
        .show(office.ledger().ofAll(office.state(), entry, asker)).getJsonArray("items").stream()
            .map(JsonObject.class::cast)
            .forEach(
                row -> {
                  SeatId seat = new SeatId((String) row.remove("seat"));
                  if (row.containsKey("at") && !row.getString("state").equals("NEXT_DIGEST")) {
                    Duration since = Duration.between(entry.at(), row.getInstant("at"));
                    row.put("at", since.toSeconds() / 60);
                  }
                  rows.put(office.state().members().nameOf(seat), row);
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

  private static String issue(PostOffice office) {
    office.submit(
        "ada",
        new IssueCommand.OpenTracker(
            "COP", "Provisions", "cop", Audience.everyone(), Audience.everyone()));
    String issue =
        office.submit(
            "ada", new IssueCommand.OpenIssue("COP", "24 h", "", "", List.of(), null, null, null));
    office.later(WINDOW).delivered();
    return issue;
  }

  private static Entry comment(PostOffice office, String issue, String person, Audience audience) {
    office.submit(person, new IssueCommand.CommentIssue(issue, Post.web("Words", null, audience)));
    return office.state().entries().under(Ref.to(Ref.Kind.ISSUE, issue)).getLast();
  }

  private static void assign(PostOffice office, String issue, String... people) {
    int version = office.state().issues().find(issue).orElseThrow().version();
    List<SeatId> seats = Stream.of(people).map(office::seat).toList();
    office.submit(
        "ada",
        new IssueCommand.EditIssue(issue, version, null, null, null, null, seats, false, null));
  }

  @Test
  void whoHearsIsDecidedAsThingsStoodThoughTheFollowerReadsLater() {
    isToldAlike(
        (office, hidden) -> {
          String issue = issue(office);
          assign(office, issue, "ben");
          office.later(WINDOW).delivered();
          if (hidden) {
            comment(office, issue, "ben", Audience.civilSociety());
          }
          Entry asked = comment(office, issue, "lin", null);
          assign(office, issue);
          comment(office, issue, "chi", null);
          office.later(WINDOW).delivered();
          Map<String, JsonObject> rows = rows(office, asked, "lin");
          assertThat(rows.get("Ben Eze").getString("state")).isEqualTo("SENT");
          assertThat(rows.get("Chi Ude").getString("state")).isEqualTo("NOT_FOLLOWED");
          return rows;
        });
  }

  @Test
  void aNoticeLeavesAtTheSameTimeThePersonWhoHeardOfWhatWasSaidBefore() {
    isToldAlike(
        (office, hidden) -> {
          String issue = issue(office);
          if (hidden) {
            comment(office, issue, "ben", Audience.civilSociety());
            office.later(WINDOW).delivered();
          }
          office.submit(
              "ada",
              new ListCommand.ChooseThing(Ref.to(Ref.Kind.ISSUE, issue), ThreadPreference.MUTE));
          comment(office, issue, "lin", null);
          office.later(WINDOW.dividedBy(2)).delivered();
          office.submit(
              "chi",
              new ListCommand.ChooseThing(Ref.to(Ref.Kind.ISSUE, issue), ThreadPreference.FOLLOW));
          Entry asked = comment(office, issue, "lin", null);
          office.later(WINDOW.dividedBy(2)).delivered();
          office.later(WINDOW.dividedBy(2)).delivered();
          return rows(office, asked, "lin");
        });
  }

  @Test
  void aNoticeThatBeganBeforeIsFoundHoweverMuchWasSaidToOthersMeanwhile() {
    isToldAlike(
        (office, hidden) -> {
          String issue = issue(office);
          comment(office, issue, "lin", null);
          for (int i = 0; hidden && i < 60; i++) {
            comment(office, issue, "ben", Audience.civilSociety());
          }
          Entry asked = comment(office, issue, "lin", null);
          office.later(WINDOW).delivered();
          Map<String, JsonObject> rows = rows(office, asked, "lin");
          assertThat(rows.get("Ada Obi").getString("state")).isEqualTo("SENT");
          return rows;
        });
  }

  /** One letter to each of these lists; where it stands on the last. */
  private static Entry letter(PostOffice office, String... lists) {
    String raw = "From: ada@home.example\r\nMessage-ID: <one@home.example>\r\n\r\nWords\r\n";
    String blob = office.blobs.put(office.workspace, raw.getBytes(UTF_8)).await().value();
    for (String list : lists) {
      var letter = new EntryLetter(blob, "one@home.example", null, false, List.of());
      office.submit(
          "ada", new LetterCommand.PostLetter(new NewThread(list), "Memo", "Words", letter));
    }
    return office.state().entries().allByMessageId("one@home.example").toList().getLast();
  }

  /** Chi is a convenor who cannot read the list of two. */
  private void comesByAListOfTwoAsWell(Delivery ofTwo, Delivery ofAll, String told) {
    isToldAlike(
        (office, hidden) -> {
          office.submit("ada", new MemberCommand.ChangeRole(office.seat("chi"), Role.CONVENOR));
          Audience two = Audience.named(List.of(office.seat("ada"), office.seat("ben")));
          office.submit("ada", new ListCommand.OpenList("two", "Two", "", "code-two", two));
          office.submit("ben", new ListCommand.SetDelivery("two", ofTwo));
          office.submit("ben", new ListCommand.SetDelivery("coalition", ofAll));
          Entry asked = hidden ? letter(office, "two", "coalition") : letter(office, "coalition");
          Map<String, JsonObject> before = rows(office, asked, "chi");
          office.delivered();
          Map<String, JsonObject> after = rows(office, asked, "chi");
          office.later(Duration.ofDays(2)).delivered();
          Map<String, JsonObject> rows = rows(office, asked, "chi");
          assertThat(rows.get("Ben Eze").getString("state")).isEqualTo(told);
          Map<String, JsonObject> all = new TreeMap<>(rows);
          before.forEach((name, row) -> all.put(name + " at first", row));
          after.forEach((name, row) -> all.put(name + " then", row));
          Ref said = Ref.to(Ref.Kind.ENTRY, asked.id());
          office.served().of(office.workspace, said, office.seat("chi")).stream()
              .map(office.state().members()::nameOf)
              .forEach(name -> all.put(name + " holds it", new JsonObject()));
          assertThat(office.lettersOf("ben")).filteredOn(l -> holds(l, "Words")).hasSize(1);
          return all;
        });
  }

  private static boolean holds(RawLetter letter, String words) {
    return new String(letter.toBytes(), UTF_8).contains(words);
  }

  @Test
  void aLetterThatAlsoCameByAHiddenListIsToldAsIfItHadComeByThisOne() {
    comesByAListOfTwoAsWell(Delivery.EACH, Delivery.EACH, "SENT");
  }

  @Test
  void soItIsWhereTheHiddenListComesInDigests() {
    comesByAListOfTwoAsWell(Delivery.DIGEST, Delivery.EACH, "SENT");
  }

  @Test
  void soItIsWhereThisListComesInDigests() {
    comesByAListOfTwoAsWell(Delivery.EACH, Delivery.DIGEST, "IN_DIGEST");
    comesByAListOfTwoAsWell(Delivery.DIGEST, Delivery.DIGEST, "IN_DIGEST");
  }
}

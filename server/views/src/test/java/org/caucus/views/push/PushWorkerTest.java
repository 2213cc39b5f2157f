package org.caucus.views.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.MemberCommand;
import org.caucus.coalition.access.audience.Shown;
import org.caucus.coalition.capability.NotificationReason;
import org.caucus.coalition.entries.Post;
import org.caucus.coalition.lists.Delivery;
import org.caucus.coalition.lists.ListCommand;
import org.caucus.coalition.lists.MailContent;
import org.caucus.coalition.lists.subscriptions.ChannelChoice;
import org.caucus.coalition.lists.subscriptions.MailPause;
import org.caucus.coalition.lists.subscriptions.NotificationChannel;
import org.caucus.coalition.lists.subscriptions.PersonalMailSettings;
import org.caucus.coalition.lists.subscriptions.QuietHours;
import org.caucus.coalition.lists.subscriptions.ThreadPreference;
import org.caucus.coalition.trackers.IssueCommand;
import org.caucus.kernel.Ref;
import org.caucus.kernel.Refusal;
import org.caucus.views.inbox.Ringing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which pushes leave, what is in them, and what becomes of them: over TLS, opened by http_ece. */
class PushWorkerTest extends AtPush {
  /** Sends until then: what failed a moment ago may still be in the hand of who tried it. */
  private void sent(int many) {
    await()
        .atMost(SOON)
        .until(
            () -> {
              send();
              return heard.size() == many && waiting().isEmpty();
            });
  }

  @Test
  void whatRingsIsToldOnceWithoutAWordOfIt() throws Exception {
    device("ben");
    device("lin");
    gives("ben", "Removal within 24 hours", Audience.civilSociety());
    follow();
    follow(); // it reads again after a crash
    sent(1);
    follow();
    sent(1);

    Heard one = heard.getFirst();
    assertThat(one.path()).isEqualTo("/push/ben1");
    assertThat(one.body().length()).isEqualTo(WebPushCipher.SENT_BYTES);
    assertThat(one.headers())
        .containsEntry("ttl", "43200")
        .containsEntry("urgency", "normal")
        .containsEntry("content-encoding", "aes128gcm")
        .containsEntry("topic", "t".repeat(31) + "1")
        .doesNotContainKeys("cookie", "referer");
    assertThat(shown())
        .containsExactly(
            new JsonObject()
                .put("id", "ben-1")
                .put("who", "sign-in-ben1")
                .put("n", 1)
                .put("lang", "en")
                .put("title", "Caucus")
                .put("body", "Something new in Caucus"));
    assertThat(devices("ben").getFirst().taken()).isNotNull();
  }

  @Test
  void whoChoseNamesAndTitlesIsShownThem() throws Exception {
    device("ben");
    choose("ben", true);
    gives("ben", "Removal within 24 hours", Audience.civilSociety());
    follow();
    sent(1);

    JsonObject one = shown().getFirst();
    assertThat(one.getString("title")).contains("Removal within 24 hours");
    assertThat(one.getString("body")).isEqualTo("News from Ada Obi on what is assigned to you");
    assertThat(heard.getFirst().body().length()).isEqualTo(WebPushCipher.SENT_BYTES);
  }

  @Test
  void theLongestTitleIsCutAndEveryPushIsAsLongAsEveryOther() throws Exception {
    device("ben");
    choose("ben", true);
    gives("ben", "\"" + "\uD83D\uDE00".repeat(90) + "\"", null);
    follow();
    sent(1);
    gives("ben", "العنوان ".repeat(20).strip(), null);
    follow();
    sent(2);

    assertThat(heard).allMatch(h -> h.body().length() == WebPushCipher.SENT_BYTES);
    assertThat(shown()).hasSize(2);
  }

  /** Where mail holds no words, a telephone shows none. */
  @Test
  void whereMailHoldsNoWordsNothingIsNamedWhateverWasChosen() throws Exception {
    device("ben");
    choose("ben", true);
    office.submit(
        "ada", new ListCommand.SetMailContent(MailContent.of(MailContent.Mode.ALL, List.of())));
    gives("ben", "Removal within 24 hours", null);
    follow();
    sent(1);

    assertThat(shown().getFirst().encode()).doesNotContain("Removal", "Ada");
  }

  @Test
  void whatWasReadInAnOpenPageIsNotToldOnAnotherDevice() {
    device("ben");
    gives("ben", "Removal within 24 hours", null);
    follow();
    Ringing.read(readings, office.workspace, seat("ben"), office.state().sequence());
    sent(0);
  }

  /** Asked at the moment of sending. */
  @Test
  void whatCannotBeReadAnyMoreIsNotTold() {
    device("ben");
    String id = gives("ben", "Removal within 24 hours", null);
    follow();
    Ref issue = Ref.to(Ref.Kind.ISSUE, id);
    office.submit(
        "ada",
        new IssueCommand.EditIssue(id, null, null, null, null, null, List.of(), false, null));
    office.submit(
        "ada",
        Shown.change(office.state(), seat("ada"), issue, Audience.named(List.of(seat("ada")))));
    follow();
    sent(0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"signed out", "seat ended"})
  void anEndedSignInOrSeatIsToldNothingAndItsDeviceIsGone(String end) {
    PushDevice device = device("ben");
    gives("ben", "Removal within 24 hours", null);
    follow();
    if (end.equals("signed out")) {
      ended.add(device.signIn());
    } else {
      ends("ben");
    }
    sent(0);

    assertThat(
            store
                .find(office.workspace, store.id(office.workspace, device.seat(), device.id()))
                .await())
        .isEmpty();
  }

  @Test
  void whoTheWorkspaceDoesNotLetInIsToldNothing() {
    device("ben");
    choose("ben", true);
    gives("ben", "Removal within 24 hours", null);
    office.submit("ada", new MemberCommand.RuleSignIn(true));
    follow();
    sent(0);
    assertThat(devices("ben")).hasSize(1);

    passkeyAlone = true;
    gives("ben", "Appeals", null);
    follow();
    sent(1);
  }

  @Test
  void kindsThatWereNotChosenAreNotToldNorWhatIsMuted() {
    device("ben");
    choose("ben", false, NotificationReason.MENTIONED);
    String id = gives("ben", "Removal within 24 hours", null);
    follow();
    sent(0);

    choose("ben", false);
    office.submit(
        "ben", new ListCommand.ChooseThing(Ref.to(Ref.Kind.ISSUE, id), ThreadPreference.MUTE));
    office.submit("ada", new IssueCommand.CommentIssue(id, Post.web("Quietly.", null, null)));
    follow();
    sent(0);
  }

  @Test
  void quietHoursHoldAPushBackAndAPauseLeavesItOut() {
    device("ben");
    ZoneId utc = ZoneId.of("UTC");
    int minute = office.now().atZone(utc).getHour() * 60 + office.now().atZone(utc).getMinute();
    QuietHours quiet = new QuietHours(minute, (minute + 60) % QuietHours.DAY_MINUTES);
    personal(new PersonalMailSettings(utc, true, null, quiet));
    gives("ben", "Removal within 24 hours", null);
    follow();
    send();
    assertThat(waiting()).hasSize(1);
    assertThat(heard).isEmpty();
    ahead = Duration.ofMinutes(61);
    sent(1);

    LocalDate today = LocalDate.ofInstant(clock.instant(), utc);
    personal(new PersonalMailSettings(utc, true, new MailPause(today, today.plusDays(1)), null));
    gives("ben", "Appeals", null);
    follow();
    sent(1);
  }

  @Test
  void whatDoesNotRingIsNotTold() {
    device("ben");
    personal(
        PersonalMailSettings.USUAL.hearing(
            List.of(new ChannelChoice(NotificationReason.ASSIGNED, NotificationChannel.MUTE))));
    gives("ben", "Removal within 24 hours", null);
    follow();
    sent(0);
  }

  private void personal(PersonalMailSettings settings) {
    office.submit("ben", new ListCommand.ChoosePersonalMail(settings, Delivery.EACH));
  }

  @Test
  void aNewerNumberTakesThePlaceOfTheOlder() throws Exception {
    device("ben");
    gives("ben", "Removal within 24 hours", null);
    follow();
    sent(1);
    gives("ben", "Appeals", null);
    gives("ben", "Fees", null);
    follow();
    sent(2);

    assertThat(shown().getLast().getInteger("n")).isEqualTo(3);
    assertThat(shown().getLast().getString("body")).isEqualTo("3 unread notifications in Caucus");
    assertThat(heard.getFirst().headers().get("topic"))
        .isEqualTo(heard.getLast().headers().get("topic"));
  }

  @ParameterizedTest
  @ValueSource(ints = {404, 410})
  void aSubscriptionThatIsOverIsRemoved(int code) {
    status.set(code);
    device("ben");
    gives("ben", "Removal within 24 hours", null);
    follow();
    sent(1);

    assertThat(devices("ben")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {302, 400, 403, 413})
  void whatIsRefusedIsNotTriedAgainAndARedirectIsNotFollowed(int code) {
    status.set(code);
    device("ben");
    gives("ben", "Removal within 24 hours", null);
    follow();
    sent(1);
    ahead = Duration.ofHours(1);
    sent(1);

    assertThat(heard).noneMatch(h -> h.path().equals("/inside"));
    assertThat(devices("ben").getFirst().failure()).isNotNull();
  }

  @Test
  void aServiceThatAsksForTimeGetsItAndIsTriedAgain() {
    status.set(429);
    retryAfter = "120";
    device("ben");
    gives("ben", "Removal within 24 hours", null);
    follow();
    send();
    await()
        .atMost(SOON)
        .until(
            () ->
                heard.size() == 1
                    && !devices("ben").isEmpty()
                    && devices("ben").getFirst().failure() != null
                    && restFor(Duration.ofSeconds(100)));
    ahead = ahead.plusSeconds(100);
    send();
    assertThat(heard).hasSize(1);
    status.set(201);
    ahead = ahead.plusSeconds(60);
    sent(2);

    assertThat(devices("ben").getFirst().failure()).isNull();
  }

  @Test
  void whatCouldNotBeDeliveredForTwelveHoursIsLetGoAndADeviceAfterTwoWeeks() {
    status.set(503);
    device("ben");
    gives("ben", "Removal within 24 hours", null);
    follow();
    send();
    await()
        .atMost(SOON)
        .until(() -> heard.size() == 1 && devices("ben").getFirst().failure() != null);
    ahead = PushWorker.TTL.plusMinutes(5);
    sent(1);

    PushDevice failing = devices("ben").getFirst();
    assertThat(failing.failure()).isNotNull();
    PushDevice old =
        new PushDevice(
            failing.id(),
            failing.workspace(),
            failing.seat(),
            failing.signIn(),
            failing.target(),
            failing.name(),
            failing.topic(),
            failing.created(),
            null,
            new PushDevice.Failure(
                failing.failure().why(),
                office.now().minus(PushWorker.LONGEST_FAILURE).minusSeconds(1)),
            failing.shown());
    store.change(failing, is -> old).await();
    gives("ben", "Appeals", null);
    ahead = Duration.ZERO;
    follow();
    send();
    await().atMost(SOON).until(() -> heard.size() == 2 && devices("ben").isEmpty());
  }

  @Test
  void anAddressInsideIsNotCalledWhateverItsNameIs() {
    device("ben");
    gives("ben", "Removal within 24 hours", null);
    follow();
    PushSender elsewhere =
        new PushSender(line, keys, new PushHosts(List.of("other.example")), "mailto:a@b.example");

    assertThat(elsewhere.send(devices("ben").getFirst(), new JsonObject(), 1, clock.instant()))
        .isInstanceOf(PushVerdict.Gone.class);
    assertThat(heard).isEmpty();
  }

  @Test
  void aSeatHasSoManyDevicesAndNoMore() {
    for (int i = 0; i < PushStore.MOST_OF_SEAT; i++) {
      device("ben", "n" + i);
    }

    assertThat(devices("ben")).hasSize(PushStore.MOST_OF_SEAT);
    assertThatThrownBy(() -> device("ben", "more")).isInstanceOf(Refusal.class);
    assertThat(devices("ben")).hasSize(PushStore.MOST_OF_SEAT);
  }

  @Test
  void aKeyOfAYearIsReplacedAndGoesOnForThoseWhoHaveIt() {
    String first = keys.current().publicKey();
    ahead = VapidKeys.LIFE.plusDays(1);
    String second = keys.current().publicKey();

    assertThat(second).isNotEqualTo(first);
    assertThat(keys.current().publicKey()).isEqualTo(second);
    VapidKeys elsewhere = new VapidKeys(office.caucus.mongo(), office.caucus.vault(), clock);
    assertThat(elsewhere.find(first)).isPresent();
    assertThat(elsewhere.current().publicKey()).isEqualTo(second);
  }
}

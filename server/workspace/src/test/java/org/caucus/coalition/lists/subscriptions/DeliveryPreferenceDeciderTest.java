package org.caucus.coalition.lists.subscriptions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.caucus.workspace.Parties.AMINA;
import static org.caucus.workspace.Parties.BOLA;
import static org.caucus.workspace.Parties.CHIKA;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.caucus.coalition.capability.NotificationReason;
import org.caucus.coalition.entries.Post;
import org.caucus.coalition.lists.Delivery;
import org.caucus.coalition.lists.ListCommand;
import org.caucus.coalition.lists.ListCommand.ChooseDelivery;
import org.caucus.coalition.lists.ListCommand.ChoosePersonalMail;
import org.caucus.coalition.lists.ListCommand.ChooseThing;
import org.caucus.coalition.lists.ListCommand.SetDelivery;
import org.caucus.coalition.lists.ListCommand.StyleList;
import org.caucus.coalition.lists.ListEvent;
import org.caucus.kernel.Ref;
import org.caucus.kernel.Refusal;
import org.caucus.workspace.Given;
import org.junit.jupiter.api.Test;

/** How members get their mail, and how it looks. */
class DeliveryPreferenceDeciderTest {
  private static final ZoneId LAGOS = ZoneId.of("Africa/Lagos");
  private static final MailPause JULY = days("2026-07-01", "2026-07-31");

  private static MailPause days(String from, String until) {
    return new MailPause(LocalDate.parse(from), LocalDate.parse(until));
  }

  private static DeliveryPreference digest(MailPause pause) {
    return new DeliveryPreference(Delivery.DIGEST, true, false, true, pause);
  }

  @Test
  void aMemberChoosesForAListTheyCanRead() {
    Given.coalition()
        .when(BOLA, new ChooseDelivery("civil", digest(JULY)))
        .then(new ListEvent.DeliveryChosen(BOLA, "civil", digest(JULY)));
    Given.coalition()
        .when(CHIKA, new ChooseDelivery("civil", digest(null)))
        .refused(Refusal.Kind.ABSENT);
    Given.coalition()
        .when(CHIKA, new ChooseDelivery("nowhere", digest(null)))
        .refused(Refusal.Kind.ABSENT);
  }

  @Test
  void anotherModeKeepsTheRest() {
    Given given =
        Given.coalition()
            .does(BOLA, new ChooseDelivery("civil", digest(JULY)))
            .does(BOLA, new SetDelivery("civil", Delivery.SUMMARY));

    assertThat(given.state().lists().habits().now(BOLA, "civil"))
        .isEqualTo(digest(JULY).in(Delivery.SUMMARY));
    assertThat(given.state().lists().habits().now(BOLA, "coalition"))
        .isEqualTo(DeliveryPreference.USUAL);
  }

  @Test
  void noticesAreNotGathered() {
    Given.coalition()
        .when(BOLA, new ChooseDelivery("", digest(null)))
        .refused(Refusal.Kind.INVALID, "mode");
    Given.coalition()
        .when(BOLA, new ChoosePersonalMail(PersonalMailSettings.USUAL, Delivery.SUMMARY))
        .refused(Refusal.Kind.INVALID, "mode");
    PersonalMailSettings personal = new PersonalMailSettings(LAGOS, false, null);
    Given.coalition()
        .when(BOLA, new ChoosePersonalMail(personal, Delivery.NONE))
        .then(
            new ListEvent.PersonalMailChosen(BOLA, personal),
            new ListEvent.DeliverySet(BOLA, "", Delivery.NONE));
  }

  @Test
  void quietHoursHaveALimitAndAreKept() {
    PersonalMailSettings night =
        new PersonalMailSettings(LAGOS, true, null, new QuietHours(21 * 60, 7 * 60));
    PersonalMailSettings always =
        new PersonalMailSettings(LAGOS, true, null, new QuietHours(7 * 60, 7 * 60));
    PersonalMailSettings mostly =
        new PersonalMailSettings(LAGOS, true, null, new QuietHours(7 * 60, 23 * 60 + 1));
    Given given = Given.coalition();
    given
        .when(BOLA, new ChoosePersonalMail(night, Delivery.EACH))
        .then(new ListEvent.PersonalMailChosen(BOLA, night));
    given
        .when(BOLA, new ChoosePersonalMail(always, Delivery.EACH))
        .refused(Refusal.Kind.INVALID, "quiet");
    given
        .when(BOLA, new ChoosePersonalMail(mostly, Delivery.EACH))
        .refused(Refusal.Kind.INVALID, "quiet");
  }

  @Test
  void aKindComesInOneWayAndADecisionAtOnce() {
    PersonalMailSettings personal =
        PersonalMailSettings.USUAL
            .hearing(
                List.of(
                    new ChannelChoice(NotificationReason.NEW, NotificationChannel.DIGEST),
                    new ChannelChoice(NotificationReason.REPLY, NotificationChannel.WEB)))
            .weekly(List.of(WeeklyMailing.UPDATES));
    Given given = Given.coalition().does(BOLA, new ChoosePersonalMail(personal, Delivery.EACH));
    PersonalMailSettings now = given.state().lists().habits().now(BOLA);

    assertThat(now.way(NotificationReason.NEW)).isEqualTo(NotificationChannel.DIGEST);
    assertThat(now.way(NotificationReason.ASSIGNED)).isEqualTo(NotificationChannel.AT_ONCE);
    assertThat(now.paused(JULY).ways()).isEqualTo(personal.ways());
    assertRefused(
        new ChannelChoice(NotificationReason.NEW, NotificationChannel.WEB),
        new ChannelChoice(NotificationReason.NEW, NotificationChannel.MUTE));
    assertRefused(new ChannelChoice(NotificationReason.DECISION, NotificationChannel.WEB));
  }

  private static void assertRefused(ChannelChoice... ways) {
    Given.coalition()
        .when(
            BOLA,
            new ChoosePersonalMail(
                PersonalMailSettings.USUAL.hearing(List.of(ways)), Delivery.EACH))
        .refused(Refusal.Kind.INVALID, "ways");
  }

  @Test
  void oneWishesOnlyOfWhatOneCanRead() {
    Given among =
        Given.coalition()
            .commits(
                AMINA,
                new ListCommand.StartThread(
                    "civil", "Strategy", Post.web("Among us.", null, null)));
    Ref thread = Ref.to(Ref.Kind.THREAD, Given.THING);

    among
        .when(BOLA, new ChooseThing(thread, ThreadPreference.MUTE))
        .then(new ListEvent.ThingChosen(BOLA, thread, ThreadPreference.MUTE));
    among
        .when(CHIKA, new ChooseThing(thread, ThreadPreference.FOLLOW))
        .refused(Refusal.Kind.ABSENT);
    Ref nothing = Ref.to(Ref.Kind.THREAD, "nothing");
    among
        .when(CHIKA, new ChooseThing(nothing, ThreadPreference.FOLLOW))
        .refused(Refusal.Kind.ABSENT);
    Ref list = Ref.to(Ref.Kind.LIST, "civil");
    among.when(BOLA, new ChooseThing(list, ThreadPreference.FOLLOW)).refused(Refusal.Kind.ABSENT);
  }

  @Test
  void aPauseHasAnEndAndALimit() {
    Given.coalition()
        .when(BOLA, new ChooseDelivery("civil", digest(days("2026-07-02", "2026-07-01"))))
        .refused(Refusal.Kind.INVALID, "pause");
    Given.coalition()
        .when(BOLA, new ChooseDelivery("civil", digest(days("2026-07-01", "2027-07-02"))))
        .refused(Refusal.Kind.INVALID, "pause");
  }

  @Test
  void aPauseHoldsByTheMembersOwnDay() {
    assertThat(JULY.covers(Instant.parse("2026-06-30T22:59:59Z"), LAGOS)).isFalse();
    assertThat(JULY.covers(Instant.parse("2026-06-30T23:00:00Z"), LAGOS)).isTrue();
    assertThat(JULY.covers(Instant.parse("2026-07-31T22:59:59Z"), LAGOS)).isTrue();
    assertThat(JULY.covers(JULY.end(LAGOS), LAGOS)).isFalse();
  }

  @Test
  void aPostComesByTheChoiceThatHeldWhenItWasPosted() {
    Given before = Given.coalition();
    long sequence = before.state().sequence();
    DeliveryPreferences after =
        before.does(BOLA, new ChooseDelivery("civil", digest(null))).state().lists().habits();

    assertThat(after.channel(BOLA, "civil", sequence, before.at(), false))
        .isEqualTo(PostDelivery.LETTER);
    assertThat(after.channel(BOLA, "civil", sequence + 1, before.at(), false))
        .isEqualTo(PostDelivery.DIGEST);
  }

  @Test
  void aPauseOfAllOrOfOneListIsNoMail() {
    Instant july = Instant.parse("2026-07-10T12:00:00Z");
    PersonalMailSettings away = new PersonalMailSettings(LAGOS, true, JULY);
    DeliveryPreferences all = DeliveryPreferences.none().with(BOLA, away, 3);
    DeliveryPreferences one =
        DeliveryPreferences.none()
            .with(BOLA, "civil", DeliveryPreference.USUAL.in(Delivery.EACH), 3);

    assertThat(all.channel(BOLA, "civil", 4, july, false)).isEqualTo(PostDelivery.NONE);
    assertThat(all.channel(BOLA, "civil", 2, july, false)).isEqualTo(PostDelivery.LETTER);
    assertThat(one.channel(BOLA, "civil", 4, july, false)).isEqualTo(PostDelivery.LETTER);
    DeliveryPreferences paused = one.with(BOLA, "civil", digest(JULY), 5);
    assertThat(paused.channel(BOLA, "civil", 6, july, false)).isEqualTo(PostDelivery.NONE);
    assertThat(paused.channel(BOLA, "civil", 6, JULY.end(ZoneOffset.UTC), false))
        .isEqualTo(PostDelivery.DIGEST);
  }

  @Test
  void specialNoticesComeToWhoWantsOnlyThose() {
    DeliveryPreferences habits =
        DeliveryPreferences.none()
            .with(BOLA, "civil", DeliveryPreference.USUAL.in(Delivery.SPECIAL), 1);

    assertThat(habits.channel(BOLA, "civil", 1, Instant.EPOCH, true))
        .isEqualTo(PostDelivery.LETTER);
    assertThat(habits.channel(BOLA, "civil", 1, Instant.EPOCH, false)).isEqualTo(PostDelivery.NONE);
  }

  @Test
  void aConvenorChoosesHowLettersLook() {
    ListStyle style =
        new ListStyle("[Memo]", ListStyle.Answers.LIST, "Code of Practice\nA closed list");
    Given.coalition()
        .when(AMINA, new StyleList("civil", style))
        .then(new ListEvent.ListStyled("civil", style, AMINA));
    Given.coalition().when(BOLA, new StyleList("civil", style)).refused(Refusal.Kind.FORBIDDEN);
    Given.coalition()
        .when(
            AMINA,
            new StyleList("civil", new ListStyle("[a]\r\nBcc: x", ListStyle.Answers.LIST, "")))
        .refused(Refusal.Kind.INVALID, "tag");
    Given.coalition()
        .when(AMINA, new StyleList("civil", new ListStyle("", ListStyle.Answers.LIST, "a\u0000b")))
        .refused(Refusal.Kind.INVALID, "footer");
  }
}

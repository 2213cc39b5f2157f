package org.caucus.lists.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.caucus.workspace.Parties.AMINA;
import static org.caucus.workspace.Parties.BOLA;
import static org.caucus.workspace.Parties.CHIKA;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.caucus.command.Ref;
import org.caucus.command.Refused;
import org.caucus.entries.Post;
import org.caucus.lists.Delivery;
import org.caucus.lists.ListCommand;
import org.caucus.lists.ListCommand.ChooseDelivery;
import org.caucus.lists.ListCommand.ChoosePersonalMail;
import org.caucus.lists.ListCommand.ChooseThing;
import org.caucus.lists.ListCommand.SetDelivery;
import org.caucus.lists.ListCommand.StyleList;
import org.caucus.lists.ListEvent;
import org.caucus.wishes.Chosen;
import org.caucus.wishes.Kind;
import org.caucus.wishes.Way;
import org.caucus.wishes.Weekly;
import org.caucus.wishes.Wish;
import org.caucus.workspace.Given;
import org.junit.jupiter.api.Test;

/** How members get their mail, and how it looks. */
class HabitDeciderTest {
  private static final ZoneId LAGOS = ZoneId.of("Africa/Lagos");
  private static final Pause JULY = days("2026-07-01", "2026-07-31");

  private static Pause days(String from, String until) {
    return new Pause(LocalDate.parse(from), LocalDate.parse(until));
  }

  private static Habit digest(Pause pause) {
    return new Habit(Delivery.DIGEST, true, false, true, pause);
  }

  @Test
  void aMemberChoosesForAListTheyCanRead() {
    Given.coalition()
        .when(BOLA, new ChooseDelivery("civil", digest(JULY)))
        .then(new ListEvent.DeliveryChosen(BOLA, "civil", digest(JULY)));
    Given.coalition()
        .when(CHIKA, new ChooseDelivery("civil", digest(null)))
        .refused(Refused.Kind.ABSENT);
    Given.coalition()
        .when(CHIKA, new ChooseDelivery("nowhere", digest(null)))
        .refused(Refused.Kind.ABSENT);
  }

  @Test
  void anotherModeKeepsTheRest() {
    Given given =
        Given.coalition()
            .does(BOLA, new ChooseDelivery("civil", digest(JULY)))
            .does(BOLA, new SetDelivery("civil", Delivery.SUMMARY));

    assertThat(given.state().lists().habits().now(BOLA, "civil"))
        .isEqualTo(digest(JULY).in(Delivery.SUMMARY));
    assertThat(given.state().lists().habits().now(BOLA, "coalition")).isEqualTo(Habit.USUAL);
  }

  @Test
  void noticesAreNotGathered() {
    Given.coalition()
        .when(BOLA, new ChooseDelivery("", digest(null)))
        .refused(Refused.Kind.INVALID, "mode");
    Given.coalition()
        .when(BOLA, new ChoosePersonalMail(Personal.USUAL, Delivery.SUMMARY))
        .refused(Refused.Kind.INVALID, "mode");
    Personal personal = new Personal(LAGOS, false, null);
    Given.coalition()
        .when(BOLA, new ChoosePersonalMail(personal, Delivery.NONE))
        .then(
            new ListEvent.PersonalMailChosen(BOLA, personal),
            new ListEvent.DeliverySet(BOLA, "", Delivery.NONE));
  }

  @Test
  void quietHoursHaveALimitAndAreKept() {
    Personal night = new Personal(LAGOS, true, null, new Quiet(21 * 60, 7 * 60));
    Personal always = new Personal(LAGOS, true, null, new Quiet(7 * 60, 7 * 60));
    Personal mostly = new Personal(LAGOS, true, null, new Quiet(7 * 60, 23 * 60 + 1));
    Given given = Given.coalition();
    given
        .when(BOLA, new ChoosePersonalMail(night, Delivery.EACH))
        .then(new ListEvent.PersonalMailChosen(BOLA, night));
    given
        .when(BOLA, new ChoosePersonalMail(always, Delivery.EACH))
        .refused(Refused.Kind.INVALID, "quiet");
    given
        .when(BOLA, new ChoosePersonalMail(mostly, Delivery.EACH))
        .refused(Refused.Kind.INVALID, "quiet");
  }

  @Test
  void aKindComesInOneWayAndADecisionAtOnce() {
    Personal personal =
        Personal.USUAL
            .hearing(List.of(new Chosen(Kind.NEW, Way.DIGEST), new Chosen(Kind.REPLY, Way.WEB)))
            .weekly(List.of(Weekly.UPDATES));
    Given given = Given.coalition().does(BOLA, new ChoosePersonalMail(personal, Delivery.EACH));
    Personal now = given.state().lists().habits().now(BOLA);

    assertThat(now.way(Kind.NEW)).isEqualTo(Way.DIGEST);
    assertThat(now.way(Kind.ASSIGNED)).isEqualTo(Way.AT_ONCE);
    assertThat(now.paused(JULY).ways()).isEqualTo(personal.ways());
    assertRefused(new Chosen(Kind.NEW, Way.WEB), new Chosen(Kind.NEW, Way.MUTE));
    assertRefused(new Chosen(Kind.DECISION, Way.WEB));
  }

  private static void assertRefused(Chosen... ways) {
    Given.coalition()
        .when(BOLA, new ChoosePersonalMail(Personal.USUAL.hearing(List.of(ways)), Delivery.EACH))
        .refused(Refused.Kind.INVALID, "ways");
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
        .when(BOLA, new ChooseThing(thread, Wish.MUTE))
        .then(new ListEvent.ThingChosen(BOLA, thread, Wish.MUTE));
    among.when(CHIKA, new ChooseThing(thread, Wish.FOLLOW)).refused(Refused.Kind.ABSENT);
    Ref nothing = Ref.to(Ref.Kind.THREAD, "nothing");
    among.when(CHIKA, new ChooseThing(nothing, Wish.FOLLOW)).refused(Refused.Kind.ABSENT);
    Ref list = Ref.to(Ref.Kind.LIST, "civil");
    among.when(BOLA, new ChooseThing(list, Wish.FOLLOW)).refused(Refused.Kind.ABSENT);
  }

  @Test
  void aPauseHasAnEndAndALimit() {
    Given.coalition()
        .when(BOLA, new ChooseDelivery("civil", digest(days("2026-07-02", "2026-07-01"))))
        .refused(Refused.Kind.INVALID, "pause");
    Given.coalition()
        .when(BOLA, new ChooseDelivery("civil", digest(days("2026-07-01", "2027-07-02"))))
        .refused(Refused.Kind.INVALID, "pause");
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
    Habits after =
        before.does(BOLA, new ChooseDelivery("civil", digest(null))).state().lists().habits();

    assertThat(after.channel(BOLA, "civil", sequence, before.at(), false))
        .isEqualTo(Channel.LETTER);
    assertThat(after.channel(BOLA, "civil", sequence + 1, before.at(), false))
        .isEqualTo(Channel.DIGEST);
  }

  @Test
  void aPauseOfAllOrOfOneListIsNoMail() {
    Instant july = Instant.parse("2026-07-10T12:00:00Z");
    Personal away = new Personal(LAGOS, true, JULY);
    Habits all = Habits.none().with(BOLA, away, 3);
    Habits one = Habits.none().with(BOLA, "civil", Habit.USUAL.in(Delivery.EACH), 3);

    assertThat(all.channel(BOLA, "civil", 4, july, false)).isEqualTo(Channel.NONE);
    assertThat(all.channel(BOLA, "civil", 2, july, false)).isEqualTo(Channel.LETTER);
    assertThat(one.channel(BOLA, "civil", 4, july, false)).isEqualTo(Channel.LETTER);
    Habits paused = one.with(BOLA, "civil", digest(JULY), 5);
    assertThat(paused.channel(BOLA, "civil", 6, july, false)).isEqualTo(Channel.NONE);
    assertThat(paused.channel(BOLA, "civil", 6, JULY.end(ZoneOffset.UTC), false))
        .isEqualTo(Channel.DIGEST);
  }

  @Test
  void specialNoticesComeToWhoWantsOnlyThose() {
    Habits habits = Habits.none().with(BOLA, "civil", Habit.USUAL.in(Delivery.SPECIAL), 1);

    assertThat(habits.channel(BOLA, "civil", 1, Instant.EPOCH, true)).isEqualTo(Channel.LETTER);
    assertThat(habits.channel(BOLA, "civil", 1, Instant.EPOCH, false)).isEqualTo(Channel.NONE);
  }

  @Test
  void aConvenorChoosesHowLettersLook() {
    Style style = new Style("[Memo]", Style.Answers.LIST, "Code of Practice\nA closed list");
    Given.coalition()
        .when(AMINA, new StyleList("civil", style))
        .then(new ListEvent.ListStyled("civil", style, AMINA));
    Given.coalition().when(BOLA, new StyleList("civil", style)).refused(Refused.Kind.FORBIDDEN);
    Given.coalition()
        .when(AMINA, new StyleList("civil", new Style("[a]\r\nBcc: x", Style.Answers.LIST, "")))
        .refused(Refused.Kind.INVALID, "tag");
    Given.coalition()
        .when(AMINA, new StyleList("civil", new Style("", Style.Answers.LIST, "a\u0000b")))
        .refused(Refused.Kind.INVALID, "footer");
  }
}

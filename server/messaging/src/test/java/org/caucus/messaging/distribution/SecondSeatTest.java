package org.caucus.messaging.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.MemberCommand;
import org.caucus.coalition.access.MemberEvent;
import org.caucus.coalition.access.Role;
import org.caucus.coalition.access.Seat;
import org.caucus.coalition.access.Side;
import org.caucus.coalition.access.audience.Shown;
import org.caucus.coalition.entries.Entry;
import org.caucus.coalition.entries.Post;
import org.caucus.coalition.lists.Delivery;
import org.caucus.coalition.lists.ListCommand;
import org.caucus.coalition.lists.MailContent;
import org.caucus.coalition.lists.subscriptions.PersonalMailSettings;
import org.caucus.coalition.trackers.IssueCommand;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;
import org.caucus.messaging.distribution.receipts.DeliveryStatusOfSeat;
import org.caucus.messaging.notifications.PostOffice;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Ben sits for the press and for the docks and has one mailbox. What was to come to it for one seat
 * comes for the other, if the first may not read it any more when it is sent.
 */
class SecondSeatTest {
  private static final Duration A_DAY = Duration.ofHours(25);

  /** What happens to Ben's first seat after the outbox was filled. */
  private enum Loss {
    ENDED,
    NARROWED
  }

  @TempDir Path directory;
  private PostOffice office;
  private SeatId press;
  private SeatId docks;

  @BeforeEach
  void open() {
    office = new PostOffice(directory).founded();
    press = office.seat("ben");
    docks = sits("docks");
  }

  @AfterEach
  void close() {
    office.close();
  }

  private SeatId sits(String organisation) {
    var all = MemberEvent.History.ALL;
    office.submit(
        "ada",
        new MemberCommand.AddOrganisation(organisation, organisation, Side.CIVIL_SOCIETY, all));
    office.join("ben", "Ben Eze", organisation, Role.MEMBER);
    return office.state().members().seatsOf("ben").getLast().id();
  }

  private void wants(SeatId seat, Delivery mode) {
    office
        .rooms
        .submit(office.workspace, seat, new ListCommand.SetDelivery("coalition", mode), null)
        .await();
  }

  private String starts() {
    return office.submit(
        "ada", new ListCommand.StartThread("coalition", "Memo", Post.web("Budget", null, null)));
  }

  private void loses(Loss loss, Ref thing) {
    if (loss == Loss.ENDED) {
      office.submit("ada", new MemberCommand.EndSeat(press));
    } else {
      SeatId ada = office.seat("ada");
      Audience rest = Audience.named(List.of(ada, docks));
      office.submit("ada", Shown.change(office.state(), ada, thing, rest));
    }
  }

  private long bens() {
    return office.lettersOf("ben").stream()
        .map(l -> new String(l.toBytes(), StandardCharsets.UTF_8))
        .filter(l -> l.contains("Budget"))
        .count();
  }

  @Test
  void oneMailboxGetsOneLetter() {
    starts();
    office.delivered();

    assertThat(office.state().members().seatsOf("ben")).extracting(Seat::id).contains(docks);
    assertThat(bens()).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource
  void theLetterComesForTheOtherSeat(Loss loss) {
    String thread = starts();
    office.followed();
    loses(loss, Ref.to(Ref.Kind.THREAD, thread));
    office.delivered();

    assertThat(bens()).isEqualTo(1);
  }

  @Test
  void whereNoneOfTheirSeatsMayReadItNothingComes() {
    String thread = starts();
    office.followed();
    SeatId ada = office.seat("ada");
    Ref of = Ref.to(Ref.Kind.THREAD, thread);
    office.submit("ada", Shown.change(office.state(), ada, of, Audience.named(List.of(ada))));
    office.delivered();

    assertThat(bens()).isZero();
  }

  @Test
  void whatTheOtherSeatDoesNotWantDoesNotComeForIt() {
    wants(docks, Delivery.NONE);
    String thread = starts();
    office.followed();
    loses(Loss.NARROWED, Ref.to(Ref.Kind.THREAD, thread));
    office.delivered();
    office.later(A_DAY).delivered();

    assertThat(bens()).isZero();
  }

  @Test
  void twoSeatsWithDigestsGetAPostInOneOfThem() {
    wants(press, Delivery.DIGEST);
    wants(docks, Delivery.DIGEST);
    starts();
    office.delivered();
    assertThat(bens()).isZero();
    office.later(A_DAY).delivered();
    office.later(A_DAY).delivered();

    assertThat(bens()).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource
  void theDigestOfTheOtherSeatHasIt(Loss loss) {
    wants(press, Delivery.DIGEST);
    wants(docks, Delivery.DIGEST);
    String thread = starts();
    office.delivered();
    loses(loss, Ref.to(Ref.Kind.THREAD, thread));
    office.later(A_DAY).delivered();
    office.later(A_DAY).delivered();

    assertThat(bens()).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource
  void aLetterThatDoesNotLeaveIsInTheDigestOfTheOtherSeat(Loss loss) {
    wants(docks, Delivery.DIGEST);
    String thread = starts();
    office.followed();
    loses(loss, Ref.to(Ref.Kind.THREAD, thread));
    office.delivered();
    assertThat(bens()).isZero();
    office.later(A_DAY).delivered();

    assertThat(bens()).isEqualTo(1);
  }

  /** The letter came for the first seat; the digest of the second has it no second time. */
  @ParameterizedTest
  @EnumSource
  void aLetterThatLeftIsNotInTheDigestOfTheOtherSeat(Loss loss) {
    wants(docks, Delivery.DIGEST);
    String thread = starts();
    office.delivered();
    assertThat(bens()).isEqualTo(1);
    loses(loss, Ref.to(Ref.Kind.THREAD, thread));
    office.later(A_DAY).delivered();

    assertThat(bens()).isEqualTo(1);
    assertThat(courseOf(docks, thread)).isEqualTo(DeliveryStatusOfSeat.State.OTHER_SEAT);
  }

  @ParameterizedTest
  @EnumSource
  void aDigestThatDoesNotLeaveComesForTheOtherSeatThatWantsLetters(Loss loss) {
    wants(press, Delivery.DIGEST);
    String thread = starts();
    office.delivered();
    assertThat(bens()).isZero();
    loses(loss, Ref.to(Ref.Kind.THREAD, thread));
    office.later(A_DAY).delivered();
    office.later(A_DAY).delivered();

    assertThat(bens()).isEqualTo(1);
    assertThat(courseOf(docks, thread)).isEqualTo(DeliveryStatusOfSeat.State.OTHER_SEAT);
  }

  /** The second seat was passed over for letters, and the first ended before its digest knew. */
  @Test
  void aSeatThatEndsBeforeItsDigestNotedThePostLeavesItToTheOther() {
    wants(press, Delivery.DIGEST);
    String thread = starts();
    long sequence = office.state().sequence();
    var record = office.caucus.log().read(office.workspace, sequence - 1, 1).await().getFirst();
    new ListDistributor(
            office.rooms,
            office.outbox,
            MailContent.Waits.NONE,
            (person, language) -> Future.succeededFuture(),
            office.deliveries::ring,
            office::now)
        .handle(office.workspace, record);
    loses(Loss.ENDED, Ref.to(Ref.Kind.THREAD, thread));
    office.delivered();
    assertThat(bens()).isZero();
    office.later(A_DAY).delivered();
    office.later(A_DAY).delivered();

    assertThat(bens()).isEqualTo(1);
    assertThat(courseOf(docks, thread)).isEqualTo(DeliveryStatusOfSeat.State.OTHER_SEAT);
  }

  @Test
  void aDigestThatLeftIsNotRepeatedByThatOfTheOtherSeat() {
    wants(press, Delivery.DIGEST);
    wants(docks, Delivery.DIGEST);
    lives(press, 4);
    lives(docks, 12);
    String thread = starts();
    office.later(Duration.ofHours(3)).delivered();
    assertThat(bens()).as("for the first seat it was six").isEqualTo(1);
    loses(Loss.ENDED, Ref.to(Ref.Kind.THREAD, thread));
    office.later(A_DAY).delivered();

    assertThat(bens()).isEqualTo(1);
    assertThat(courseOf(docks, thread)).isEqualTo(DeliveryStatusOfSeat.State.OTHER_SEAT);
  }

  /** Says that it is that hour now where this seat gets its mail. */
  private void lives(SeatId seat, int hour) {
    int utc = office.now().atZone(ZoneOffset.UTC).getHour();
    ZoneOffset zone = ZoneOffset.ofHours(Math.floorMod(hour - utc + 12, 24) - 12);
    var mail =
        new ListCommand.ChoosePersonalMail(
            new PersonalMailSettings(zone, true, null), Delivery.EACH);
    office.rooms.submit(office.workspace, seat, mail, null).await();
  }

  private DeliveryStatusOfSeat.State courseOf(SeatId seat, String thread) {
    Entry entry =
        office.state().entries().under(Ref.to(Ref.Kind.THREAD, thread)).stream()
            .findFirst()
            .orElseThrow();
    return office.ledger().of(office.state(), entry, seat).state();
  }

  @Test
  void noticesComeForTheOtherSeatToo() {
    office.submit(
        "ada",
        new IssueCommand.OpenTracker(
            "COP", "Provisions", "code-cop", Audience.everyone(), Audience.everyone()));
    String issue =
        office.submit(
            "ada",
            new IssueCommand.OpenIssue("COP", "Budget", "x", "", List.of(), null, null, null));
    office.followed();
    loses(Loss.NARROWED, Ref.to(Ref.Kind.ISSUE, issue));
    office.delivered();

    assertThat(bens()).isEqualTo(1);
  }
}

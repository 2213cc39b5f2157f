package org.caucus.messaging.notifications.digests;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.caucus.coalition.access.Role;
import org.caucus.coalition.capability.EntryLetter;
import org.caucus.coalition.entries.Entry;
import org.caucus.coalition.lists.Delivery;
import org.caucus.coalition.lists.ListCommand;
import org.caucus.coalition.lists.NewThread;
import org.caucus.coalition.moderation.LetterCommand;
import org.caucus.kernel.Command;
import org.caucus.kernel.CommandBus;
import org.caucus.kernel.Committed;
import org.caucus.kernel.IdempotencyKey;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;
import org.caucus.kernel.WorkspaceId;
import org.caucus.messaging.distribution.receipts.DeliveryStatusOfSeat;
import org.caucus.messaging.distribution.receipts.DeliveryStatusOfSeat.State;
import org.caucus.messaging.notifications.PostOffice;
import org.caucus.platform.jobs.Job;
import org.caucus.workspace.Workspace;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A letter to two lists waits for a convenor on one and is let in there after its copy left in a
 * digest of the other: nobody gets it twice, nobody misses it, and who cannot read the other list
 * sees no difference.
 */
class LetInLaterTest {
  private static final Duration A_DAY = Duration.ofHours(24);
  private static final String WORDS = "Removal within twenty-four hours";
  private static final String BEN = "ben@home.example";

  @TempDir Path directory;
  private PostOffice office;

  @BeforeEach
  void open() {
    office = new PostOffice(directory).founded();
    office.join("joy", "Joy Ade", "press", Role.MEMBER);
    office.submit("ben", new ListCommand.SetDelivery("caucus", Delivery.DIGEST));
    office.submit("ada", new LetterCommand.StopList("coalition", true));
  }

  @AfterEach
  void close() {
    office.close();
  }

  private void arrives() {
    arrives("code-caucus@lists.example, code-coalition@lists.example");
  }

  private void arrives(String to) {
    String raw =
        "From: joy@home.example\r\nTo: "
            + to
            + "\r\nMessage-ID: <one@home.example>\r\n\r\n"
            + WORDS
            + "\r\n";
    String blob = office.blobs.put(office.workspace, raw.getBytes(UTF_8)).await().value();
    for (String list : List.of("caucus", "coalition")) {
      var letter = new EntryLetter(blob, "one@home.example", null, false, List.of());
      office.submit(
          "joy", new LetterCommand.PostLetter(new NewThread(list), "Memo", WORDS, letter));
    }
    assertThat(entries()).hasSize(1);
  }

  private void letIn() {
    String hold = office.state().letters().holds().keySet().iterator().next();
    office.submit("ada", new LetterCommand.ApproveHold(hold));
    assertThat(entries()).hasSize(2);
    office.delivered();
  }

  private void morning() {
    office.later(A_DAY).delivered();
  }

  private List<Entry> entries() {
    return office.state().entries().allByMessageId("one@home.example").toList();
  }

  private long copiesOf(String person) {
    return office.lettersOf(person).stream()
        .filter(l -> new String(l.toBytes(), UTF_8).contains(WORDS))
        .count();
  }

  private DeliveryStatusOfSeat course(int entry, String asker) {
    return office.ledger().ofAll(office.state(), entries().get(entry), office.seat(asker)).stream()
        .filter(c -> c.seat().equals(office.seat("ben")))
        .findFirst()
        .orElseThrow();
  }

  private Set<SeatId> holding(int entry, String asker) {
    Ref post = Ref.to(Ref.Kind.ENTRY, entries().get(entry).id());
    return office.served().of(office.workspace, post, office.seat(asker));
  }

  @Test
  void afterItsDigestLeftItComesNoSecondTime() {
    arrives();
    morning();
    assertThat(copiesOf("ben")).isOne();
    morning();
    letIn();
    morning();

    assertThat(copiesOf("ben")).isOne();
    assertThat(copiesOf("lin")).as("who had none gets it now").isOne();
    assertThat(course(0, "ada").state()).isEqualTo(State.IN_DIGEST);
    assertThat(course(1, "ada").state()).isEqualTo(State.OTHER_LIST);
    assertThat(holding(0, "ada")).contains(office.seat("ben"));
  }

  @Test
  void whoCannotReadTheOtherListSeesNoDifference() {
    arrives();
    morning();
    letIn();

    DeliveryStatusOfSeat seen = course(1, "lin");
    assertThat(seen.state()).isEqualTo(State.SENT);
    assertThat(seen.at()).isAfterOrEqualTo(entries().get(1).at());
    assertThat(holding(1, "lin")).contains(office.seat("ben"));
  }

  @Test
  void whoHasItFromItsAuthorIsSaidToWhicheverListsThereAre() {
    arrives("code-caucus@lists.example, code-coalition@lists.example, ben@home.example");
    morning();
    letIn();

    assertThat(course(1, "lin").state())
        .as("as if there were no other list")
        .isEqualTo(State.WITHHELD);
    assertThat(holding(1, "lin")).doesNotContain(office.seat("ben"));
    assertThat(course(1, "ada").state()).isEqualTo(State.WITHHELD);
    assertThat(course(0, "ada").state()).isEqualTo(State.WITHHELD);
    assertThat(copiesOf("ben")).as("he has it from Joy").isZero();
  }

  @Test
  void beforeItsDigestLeavesItComesAsALetterAlone() {
    arrives();
    office.later(Duration.ofMinutes(2)).delivered();
    letIn();
    assertThat(copiesOf("ben")).isOne();
    morning();

    assertThat(copiesOf("ben")).isOne();
    assertThat(course(0, "ada").state()).isEqualTo(State.OTHER_LIST);
    assertThat(course(1, "ada").state()).isEqualTo(State.SENT);
  }

  @Test
  void whileItsDigestIsTriedItWaitsForThat() {
    arrives();
    office.gate.atName.put(BEN, "451 4.7.1 Greylisted");
    morning();
    letIn();
    assertThat(copiesOf("ben")).isZero();
    office.gate.atName.clear();
    morning();

    assertThat(copiesOf("ben")).isOne();
  }

  @Test
  void whoseHostRefusedTheDigestGetsItNow() {
    arrives();
    office.gate.atName.put(BEN, "550 5.7.1 Rejected by policy");
    morning();
    office.gate.atName.clear();
    letIn();
    morning();

    assertThat(copiesOf("ben")).isOne();
    assertThat(course(1, "ada").state()).isEqualTo(State.SENT);
  }

  /** Looks a day later; this happens when a digest knows what there is, before it is put. */
  private void looksWhile(Runnable meanwhile) {
    Between floor = new Between(office.rooms, meanwhile);
    InstantSource tomorrow = () -> office.now().plus(A_DAY);
    office.digestsOf(floor, tomorrow).look();
    assertThat(floor.happened.get()).isTrue();
  }

  private record Between(CommandBus<Workspace> floor, Runnable meanwhile, AtomicBoolean happened)
      implements CommandBus<Workspace> {
    Between(CommandBus<Workspace> floor, Runnable meanwhile) {
      this(floor, meanwhile, new AtomicBoolean());
    }

    @Override
    public Future<Workspace> read(WorkspaceId workspace) {
      Workspace before = floor.read(workspace).await();
      if (happened.compareAndSet(false, true)) {
        meanwhile.run();
      }
      return Future.succeededFuture(before);
    }

    @Override
    public Future<Committed> submit(
        WorkspaceId workspace, SeatId seat, Command command, IdempotencyKey key) {
      return floor.submit(workspace, seat, command, key);
    }
  }

  @Test
  void theLetterLeavesWhileItsDigestIsMadeReady() {
    arrives();
    office.followed();

    looksWhile(
        () -> {
          letIn();
          assertThat(copiesOf("ben")).as("it is first").isOne();
        });
    morning();

    assertThat(copiesOf("ben")).isOne();
    assertThat(course(0, "ada").state()).isEqualTo(State.OTHER_LIST);
    assertThat(course(1, "ada").state()).isEqualTo(State.SENT);
  }

  @Test
  void theDigestIsSettledAndItsNodeDiesBeforeItIsPut() {
    arrives();
    office.followed();
    PendingDigests gatherings = new PendingDigests(office.caucus.mongo(), office.caucus.vault());
    Job<PendingDigest> job =
        gatherings.find(office.workspace, office.seat("ben"), "caucus").await().orElseThrow();
    PendingDigest settled = job.what().readied(office.state().sequence(), List.of());
    assertThat(gatherings.jobs().replace(job, new Job.Next<>(settled, job.due())).await()).isTrue();

    letIn();
    assertThat(copiesOf("ben")).as("the digest has it").isZero();
    morning();

    assertThat(copiesOf("ben")).isOne();
    assertThat(course(0, "ada").state()).isEqualTo(State.IN_DIGEST);
    assertThat(course(1, "ada").state()).isEqualTo(State.OTHER_LIST);
  }

  @Test
  void aLetterThatIsAskedAboutBeforeAnythingWasNotedKeepsNothingFromTheDigest() {
    arrives();
    long there = office.state().sequence();
    office.submit("joy", new ListCommand.SetDelivery("coalition", Delivery.DIGEST));
    DigestStatus digests =
        new DigestStatus(
            new PendingDigests(office.caucus.mongo(), office.caucus.vault()), office.outbox);
    assertThat(
            digests.madeBefore(
                office.state(), office.seat("ben"), "caucus", there, office.state().sequence()))
        .isEmpty();

    morning();

    assertThat(copiesOf("ben")).isOne();
    assertThat(course(0, "ada").state()).isEqualTo(State.IN_DIGEST);
  }
}

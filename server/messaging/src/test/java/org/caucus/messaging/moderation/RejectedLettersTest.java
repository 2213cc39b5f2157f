package org.caucus.messaging.moderation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.caucus.coalition.capability.EntryLetter;
import org.caucus.coalition.entries.attachments.UnreferencedBlobs;
import org.caucus.coalition.entries.attachments.UploadGc;
import org.caucus.coalition.entries.attachments.Uploads;
import org.caucus.coalition.lists.NewThread;
import org.caucus.coalition.moderation.Hold;
import org.caucus.coalition.moderation.LetterCommand;
import org.caucus.kernel.Message;
import org.caucus.messaging.notifications.PostOffice;
import org.caucus.platform.antivirus.Scanner;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Octets of letters that were not let in go sixty days after they came, and no others. */
class RejectedLettersTest {
  private static final byte[] LETTER =
      "From: Eve <eve@elsewhere.example>\r\nSubject: Buy\r\n\r\nBuy this.\r\n".getBytes(UTF_8);

  @TempDir Path directory;
  private final AtomicReference<Instant> time = new AtomicReference<>();
  private PostOffice office;
  private UploadGc sweeping;

  @BeforeEach
  void open() {
    office = new PostOffice(directory).founded();
    time.set(office.now());
    var mongo = office.caucus.mongo();
    var uploads = new Uploads(mongo, office.caucus.vault(), office.blobs, Scanner.NONE, time::get);
    var turned = new RejectedLetters(office.rooms);
    var orphans =
        new UnreferencedBlobs(office.blobs, office.caucus.log(), uploads, Set::of, turned::isOver);
    sweeping =
        new UploadGc(
            office.caucus.log(),
            office.rooms,
            uploads,
            orphans,
            time::get,
            () -> Future.succeededFuture(true));
  }

  @AfterEach
  void close() {
    office.close();
  }

  private String kept() {
    return office.blobs.put(office.workspace, LETTER).await().value();
  }

  private String held(String blob, String list) {
    return office.submit(
        null,
        new LetterCommand.HoldLetter(
            new NewThread(list),
            list + "@lists.example",
            "eve@elsewhere.example",
            null,
            Hold.Awaits.CONVENOR,
            "Buy",
            "Buy this.",
            new EntryLetter(
                blob, "x@elsewhere.example", "Eve <eve@elsewhere.example>", false, List.of()),
            List.of(Message.of("reasons.stranger"))));
  }

  private void daysPass(int days) {
    for (int day = 0; day < days; day++) {
      time.updateAndGet(t -> t.plus(Duration.ofHours(24)));
      sweeping.now();
    }
  }

  private Set<String> here() {
    return office.blobs.all(office.workspace).await();
  }

  @Test
  void whatWasRefusedDiscardedOrForgottenGoesAndWhatWaitsOrWasLetInStays() {
    String refused = kept();
    String discarded = kept();
    String expired = kept();
    String approved = kept();
    String waiting = kept();
    office.submit("ada", new LetterCommand.RefuseHold(held(refused, "coalition"), "Not here."));
    office.submit("ada", new LetterCommand.DiscardHold(held(discarded, "coalition")));
    office.submit("ada", new LetterCommand.ApproveHold(held(approved, "coalition")));
    held(expired, "coalition");
    office.later(Hold.Awaits.CONVENOR.lifetime().plusDays(1)); // the clock of holds ends it
    held(waiting, "coalition");

    daysPass(59);
    assertThat(here()).contains(refused, discarded, expired, approved, waiting);
    daysPass(4);
    assertThat(here()).doesNotContain(refused, discarded, expired).contains(approved, waiting);
    daysPass(400);
    assertThat(here())
        .as("nobody has decided, by the clock of the log")
        .contains(approved, waiting);
  }

  @Test
  void whatOneListTookStaysThoughAnotherDidNot() {
    String both = kept();
    office.submit("ada", new LetterCommand.RefuseHold(held(both, "coalition"), ""));
    office.submit("ada", new LetterCommand.ApproveHold(held(both, "caucus")));

    daysPass(100);
    assertThat(here()).contains(both);
  }
}

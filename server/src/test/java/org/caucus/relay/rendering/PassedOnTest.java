package org.caucus.relay.rendering;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.caucus.entries.Letter;
import org.caucus.files.Orphans;
import org.caucus.files.Sweeping;
import org.caucus.files.Uploads;
import org.caucus.letters.Intent;
import org.caucus.letters.LetterCommand;
import org.caucus.malware.Scanner;
import org.caucus.notices.PostOffice;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What one member wrote to another alone is not here any more when they have it. */
class PassedOnTest {
  private static final byte[] LETTER =
      "From: Ada <ada@home.example>\r\nSubject: Between us\r\n\r\nFor you alone.\r\n"
          .getBytes(UTF_8);

  @TempDir Path directory;
  private final AtomicReference<Instant> time = new AtomicReference<>(Instant.now());
  private PostOffice office;
  private Sweeping sweeping;

  @BeforeEach
  void open() {
    office = new PostOffice(directory).founded();
    var vault = office.caucus.vault();
    var uploads = new Uploads(office.caucus.mongo(), vault, office.blobs, Scanner.NONE, time::get);
    var log = office.caucus.log();
    var orphans =
        new Orphans(office.blobs, log, uploads, Set::of, new PassedOn(office.outbox)::isOver);
    sweeping =
        new Sweeping(
            log, office.rooms, uploads, orphans, time::get, () -> Future.succeededFuture(true));
  }

  @AfterEach
  void close() {
    office.close();
  }

  private String kept() {
    return office.blobs.put(office.workspace, LETTER).await().value();
  }

  private void passOn(String blob) {
    office.submit(
        null,
        new LetterCommand.PassLetterOn(
            "letter-" + blob, office.seat("ada"), office.seat("ben"), blob));
  }

  private void daysPass(int days) {
    for (int day = 0; day < days; day++) {
      time.updateAndGet(t -> t.plus(Duration.ofHours(25)));
      sweeping.now();
    }
  }

  private Set<String> here() {
    return office.blobs.all(office.workspace).await();
  }

  @Test
  void itsBytesGoWithinTwoDaysOfItsDeliveryAndNotBefore() {
    String blob = kept();
    passOn(blob);
    office.followed();
    daysPass(40);
    assertThat(here()).contains(blob);

    office.delivered();
    assertThat(office.lettersOf("ben")).isNotEmpty();
    daysPass(1);
    assertThat(here()).contains(blob);
    daysPass(1);
    assertThat(here()).doesNotContain(blob);
  }

  @Test
  void whatIsAlsoAPostStaysWithIt() {
    String both = kept();
    passOn(both);
    office.submit(
        "ada",
        new LetterCommand.PostLetter(
            new Intent.NewThread("coalition"),
            "Between us",
            "text",
            new Letter(both, "p@home.example", null, false, List.of())));
    office.delivered();
    assertThat(office.lettersOf("ben")).isNotEmpty();

    daysPass(40);
    assertThat(here()).contains(both);
  }

  @Test
  void ofWhichNoDeliveryIsKnownItGoesAfterThirtyDays() {
    String blob = kept();
    passOn(blob);

    daysPass(20);
    assertThat(here()).contains(blob);
    daysPass(20);
    assertThat(here()).doesNotContain(blob);
  }
}
